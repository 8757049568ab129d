package org.disclosureledger.application.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.YearTrail.Notable;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.trail.Notability;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was entered late or after the report, corrected, taken up again: over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}/notable-events")
@Tag(name = "年度报表")
public class TrailController {

    private static final int MOST = 1_000;

    private final YearTrail trail;

    TrailController(YearTrail trail) {
        this.trail = trail;
    }

    /** A part of the list. */
    @Schema(name = "NotableEvents", description = "值得核对的登记，按台账的次序")
    public record TrailReply(
            @Schema(description = "总数") long total,
            @Schema(description = "看到台账的第几号事件为止") long readUpTo,
            List<NotableReply> events) {}

    /** One event. */
    @Schema(name = "NotableEvent", description = "值得核对的一次登记")
    public record NotableReply(
            @Schema(description = "在台账中的编号") long number,

            @Schema(description = "事件的名称", example = "RequestReceived")
            String type,

            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            @Schema(description = "缘由") List<Notability> reasons,
            @Schema(description = "法定日期，没有的为空") @Nullable LocalDate happenedOn,
            @Schema(description = "登记的时刻") Instant recordedAt,
            @Schema(description = "谁、从哪里登记") Map<String, String> metadata,
            @Schema(description = "杂凑算法") String hashAlgorithm,
            @Schema(description = "校验值，十六进制") String hash) {

        static NotableReply of(Notable notable) {
            return new NotableReply(
                    notable.event().number(),
                    notable.event().row().type(),
                    notable.event().aggregateId(),
                    List.copyOf(notable.reasons()),
                    notable.happenedOn(),
                    notable.event().recordedAt(),
                    notable.event().metadata(),
                    notable.event().row().algorithm().label(),
                    notable.event().hex());
        }
    }

    @GetMapping
    @Operation(
            summary = "值得核对的登记",
            description =
                    "计入这一年度、或者在年度结束以后曾经计入的案件中：迟于法定日期 days 天以后登记的（late）、次年1月31日以后补登的（afterTheReport）、更正（corrected）、重新办理（reopened）的登记；报告的豁免（waived）、发布以后的修订和说明（amended）")
    public TrailReply listNotableEvents(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(
                            description = "缘由，不填为全部",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "late",
                                                "afterTheReport",
                                                "corrected",
                                                "reopened",
                                                "waived",
                                                "amended"
                                            }))
                    @RequestParam(required = false)
                    @Nullable String reason,
            @Parameter(description = "多少天以后登记的算迟") @RequestParam(defaultValue = "7") int days,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "跳过几个") @RequestParam(defaultValue = "0") int offset,
            @Parameter(description = "最多几个，不超过 1000") @RequestParam(defaultValue = "1000") int limit) {
        YearTrail.Part part = trail.of(
                organ, year, reason(reason), Math.max(0, days), asOf, Math.max(0, offset), Math.clamp(limit, 0, MOST));
        return new TrailReply(
                part.count(),
                part.readUpTo(),
                part.events().stream().map(NotableReply::of).toList());
    }

    private static @Nullable Notability reason(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return Coded.find(Notability.class, id)
                .orElseThrow(() -> Problem.badRequest(
                        "reason", "reason 应为 late、afterTheReport、corrected、reopened、waived 或 amended"));
    }
}
