package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.request.AnswerContent;
import org.disclosureledger.domain.request.EndReason;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/** What is typed or sent for an answer, the first one or another one after a reopening; in clear. */
@Schema(description = "答复（第三十六条）：21 种结果之一；各种结果须写明的内容，见案件的 results", example = """
        {"on":"2025-07-15","outcome":"partiallyGranted","documentNumber":"某公开答〔2025〕12号",
         "ground":"《政府信息公开条例》第三十七条、第十五条","meansOfAccess":"合同正本的复印件 1 份，随本答复书邮寄",
         "withheld":"合同附件中某公司的成本构成","reasons":"属于商业秘密，该公司不同意公开，不公开不会对公共利益造成重大影响"}""")
public record AnswerBody(
        @Schema(description = "答复日期", requiredMode = REQUIRED) @Nullable LocalDate on,

        @Schema(description = "处理结果", requiredMode = REQUIRED) @Nullable Outcome outcome,

        @Schema(description = "答复书文号", maxLength = 100) @Nullable String documentNumber,

        @Schema(description = "依据的条款", maxLength = StepBody.LONG) @Nullable String ground,

        @Schema(description = "获取信息的方式、途径、时间，或者已经公开的地方，加密保存", maxLength = StepBody.LONG) @Nullable String meansOfAccess,

        @Schema(description = "负责公开该信息的机关（第三十六条第五项）") @Nullable String otherOrgan,

        @Schema(description = "该机关的联系方式") @Nullable String otherOrganContact,

        @Schema(description = "区分处理后没有公开的内容（第三十七条），加密保存", maxLength = StepBody.LONG) @Nullable String withheld,

        @Schema(description = "理由，加密保存", maxLength = StepBody.LONG) @Nullable String reasons,

        @Schema(description = "终止的原因，只用于其他处理/其他") @Nullable EndReason endReason,

        @Schema(description = "并入哪一件申请：登记编号，或者案件标识") @Nullable String joinedInto) {

    /** What the answer says beyond its result, its texts sealed. */
    AnswerContent content(StepContext c) {
        return new AnswerContent(
                TypedText.of(ground),
                c.sealed("meansOfAccess", meansOfAccess),
                TypedText.of(otherOrgan),
                TypedText.of(otherOrganContact),
                c.sealed("withheld", withheld),
                c.sealed("reasons", reasons),
                endReason,
                c.request("joinedInto", joinedInto));
    }
}
