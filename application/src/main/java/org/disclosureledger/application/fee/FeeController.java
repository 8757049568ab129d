package org.disclosureledger.application.fee;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.fee.InformationFee;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.RequestRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reckons a fee over HTTP. Nothing is recorded. */
@RestController
@Requires(Right.COME_IN)
@RequestMapping(path = "/api/v1/information-fee", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "信息处理费")
public class FeeController {

    private static final int MOST_UNITS = 1_000_000;

    /** What a fee is asked for. */
    @Schema(description = "计收方式和数量", example = """
            {"basis":"perItem","quantity":11,"before":20}""")
    public record FeeBody(
            @Schema(description = "按件或者按量", requiredMode = REQUIRED) @Nullable FeeBasis basis,

            @Schema(description = "本件的件数或者页数", requiredMode = REQUIRED, minimum = "0", maximum = "1000000") @Nullable Integer quantity,

            @Schema(description = "按件计收时，同一申请人本月以前的件数；不填为 0", minimum = "0", maximum = "1000000") @Nullable Integer before) {}

    /** The fee, with the calculation shown. */
    @Schema(description = "收费金额和算法")
    public record FeeReply(
            FeeBasis basis,
            @Schema(description = "元") long amount,
            @Schema(description = "收费的各档") List<FeeBand> bands,

            @Schema(description = "算式", example = "第31至68页共38页，每页10元，计380元；合计380元")
            String explanation) {}

    /** Consecutive items or pages at one rate. */
    @Schema(description = "一档")
    public record FeeBand(
            @Schema(description = "第几件或者第几页起") int first,
            @Schema(description = "至第几件或者第几页") int last,
            @Schema(description = "每件或者每页，元") int rate,
            @Schema(description = "元") long amount) {}

    @PostMapping
    @Operation(summary = "计算信息处理费", description = "国办函〔2020〕109号：按件、按量，超额累进。只计算，不登记")
    public FeeReply reckonFee(@RequestBody FeeBody body) {
        Bodies.check(body);
        int quantity = requireNonNull(body.quantity());
        int before = body.before() == null ? 0 : body.before();
        if (quantity < 0 || quantity > MOST_UNITS || before < 0 || before > MOST_UNITS) {
            throw new CommandRejected(RequestRule.QUANTITY_IMPOSSIBLE.onField("quantity"));
        }
        FeeBasis basis = requireNonNull(body.basis());
        InformationFee fee = switch (basis) {
            case PER_ITEM -> InformationFee.perItem(before, quantity);
            case PER_PAGE -> InformationFee.perPage(quantity);
        };
        return new FeeReply(
                basis,
                fee.amount(),
                fee.charged().stream()
                        .map(b -> new FeeBand(b.first(), b.last(), b.rate(), b.amount()))
                        .toList(),
                fee.explanation());
    }
}
