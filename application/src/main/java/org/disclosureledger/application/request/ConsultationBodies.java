package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of the steps by which others are asked for their opinion. */
public final class ConsultationBodies {

    private ConsultationBodies() {}

    @Schema(description = "征求第三方意见（第三十二条）：第三方自收到征求意见书之日起 15 个工作日内提出意见", example = """
            {"on":"2025-03-17","thirdParty":"某某建设有限公司"}""")
    public record ConsultThirdPartyBody(
            @Schema(description = "征求意见书发出的日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "第三方的姓名或者名称，加密保存") @Nullable String thirdParty)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.ConsultThirdParty(
                    c.requestId(), c.organ(), c.today(), requireNonNull(on), c.sealed("thirdParty", thirdParty));
        }
    }

    @Schema(description = "征求其他机关意见（第三十三条、第三十四条）", example = """
            {"on":"2025-03-18","consultedOrgan":"某某县自然资源局"}""")
    public record ConsultOrganBody(
            @Schema(description = "征求意见的日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "被征求意见的机关", requiredMode = REQUIRED) @Nullable String consultedOrgan)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.ConsultOrgan(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    requireNonNull(TypedText.of(consultedOrgan)));
        }
    }

    @Schema(description = "收到反馈意见（第三十二条、第三十四条）", example = """
            {"on":"2025-03-26","consultation":1,"opinion":"objects"}""")
    public record TakeInOpinionBody(
            @Schema(description = "收到意见的日期", requiredMode = REQUIRED) @Nullable LocalDate on,

            @Schema(description = "本件的第几次征求意见，从 1 起", requiredMode = REQUIRED) @Nullable Integer consultation,

            @Schema(description = "意见", requiredMode = REQUIRED) @Nullable Opinion opinion)
            implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.TakeInOpinion(
                    c.requestId(),
                    c.organ(),
                    c.today(),
                    requireNonNull(on),
                    requireNonNull(consultation),
                    requireNonNull(opinion));
        }
    }
}
