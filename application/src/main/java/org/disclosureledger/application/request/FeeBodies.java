package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.fee.InformationFee;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of the steps about the information-processing fee. */
public final class FeeBodies {

    private FeeBodies() {}

    @Schema(description = "发出收费通知（国办函〔2020〕109号）：按件或者按量，不得并用；金额由数量算出", example = """
            {"on":"2025-04-02","basis":"perPage","quantity":68}""")
    public record NotifyFeeBody(
            @Schema(description = "通知日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "计收方式", requiredMode = REQUIRED) @Nullable FeeBasis basis,

            @Schema(description = "本件的件数或者页数", requiredMode = REQUIRED, minimum = "1") @Nullable Integer quantity,

            @Schema(description = "按件计收时，同一申请人本月以前的件数；不填为 0", minimum = "0") @Nullable Integer before)
            implements StepBody {

        private static final int MOST_UNITS = 1_000_000;

        /** The fee that the notice would tell; null while what it is reckoned from is missing or impossible. */
        public @Nullable InformationFee reckoned() {
            int earlier = before == null ? 0 : before;
            if (basis == null
                    || quantity == null
                    || quantity < 0
                    || quantity > MOST_UNITS
                    || earlier < 0
                    || earlier > MOST_UNITS) {
                return null;
            }
            return basis == FeeBasis.PER_ITEM
                    ? InformationFee.perItem(earlier, quantity)
                    : InformationFee.perPage(quantity);
        }

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.NotifyFee(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    requireNonNull(basis),
                    requireNonNull(quantity),
                    before == null ? 0 : before);
        }
    }

    @Schema(description = "收到缴费（国办函〔2020〕109号第七条）：答复期限自次日起重新计算", example = """
            {"on":"2025-04-08","fee":380}""")
    public record TakeInPaymentBody(
            @Schema(description = "缴费日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "缴费金额，元", requiredMode = REQUIRED) @Nullable BigDecimal fee)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.TakeInPayment(
                    c.requestId(), c.organ(), c.today(), requireNonNull(on), requireNonNull(fee));
        }
    }
}
