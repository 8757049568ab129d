package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of the steps that start, stop or lengthen the period for the answer: correction, extension, reasons. */
public final class PeriodBodies {

    private PeriodBodies() {}

    @Schema(description = "告知补正（第三十条）：一次告知，写明需要补正的事项和合理的补正期限", example = """
            {"on":"2025-03-05","correctionDueOn":"2025-03-19","matters":"请写明所需合同的签订年度和项目名称"}""")
    public record AskForCorrectionBody(
            @Schema(description = "告知日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "补正期限的最后一天", requiredMode = REQUIRED) @Nullable LocalDate correctionDueOn,

            @Schema(description = "需要补正的事项，加密保存", maxLength = StepBody.LONG) @Nullable String matters)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.AskForCorrection(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    correctionDueOn,
                    c.sealed("matters", matters));
        }
    }

    @Schema(description = "收到补正（第三十条）：答复期限自次日起重新计算", example = """
            {"on":"2025-03-12"}""")
    public record TakeInCorrectionBody(
            @Schema(description = "收到补正的日期", requiredMode = REQUIRED) @Nullable LocalDate on) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.TakeInCorrection(c.requestId(), c.organ(), c.today(), requireNonNull(on));
        }
    }

    @Schema(description = "告知延期答复（第三十三条）：一次，最多 20 个工作日，经政府信息公开工作机构负责人同意", example = """
            {"on":"2025-04-30","days":20,"approvedBy":"王某某","reason":"需要查找的档案较多"}""")
    public record ExtendAnswerPeriodBody(
            @Schema(description = "告知日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "延长的工作日数", requiredMode = REQUIRED, minimum = "1", maximum = "20") @Nullable Integer days,

            @Schema(description = "批准延期的政府信息公开工作机构负责人", requiredMode = REQUIRED) @Nullable String approvedBy,

            @Schema(description = "延期的理由，加密保存", maxLength = StepBody.LONG) @Nullable String reason)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.ExtendAnswerPeriod(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    requireNonNull(days),
                    TypedText.of(approvedBy),
                    c.sealed("reason", reason));
        }
    }

    @Schema(description = "要求说明理由（第三十五条）：申请的数量、频次明显超过合理范围的", example = """
            {"on":"2025-03-27"}""")
    public record AskForReasonsBody(
            @Schema(description = "告知日期", requiredMode = REQUIRED) @Nullable LocalDate on) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.AskForReasons(c.requestId(), c.organ(), c.today(), requireNonNull(on));
        }
    }

    @Schema(description = "收到理由（第三十五条）", example = """
            {"on":"2025-04-01","reasonable":true}""")
    public record TakeInReasonsBody(
            @Schema(description = "收到理由的日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "本机关是否认为理由合理", requiredMode = REQUIRED) @Nullable Boolean reasonable)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.TakeInReasons(
                    c.requestId(), c.organ(), c.today(), requireNonNull(on), requireNonNull(reasonable));
        }
    }

    @Schema(description = "告知延迟答复的合理期限（第三十五条）：理由合理但不能在期限内答复的", example = """
            {"on":"2025-05-28","answerDueOn":"2025-07-31"}""")
    public record FixLaterDateBody(
            @Schema(description = "告知日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "告知的最后答复日期", requiredMode = REQUIRED) @Nullable LocalDate answerDueOn)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.FixLaterDate(
                    c.requestId(), c.organ(), c.today(), requireNonNull(on), requireNonNull(answerDueOn));
        }
    }
}
