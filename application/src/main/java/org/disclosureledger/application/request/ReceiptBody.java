package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.IdentityProof;
import org.disclosureledger.domain.request.PostalService;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.request.WantedForm;
import org.jspecify.annotations.Nullable;

/** A request as it is registered on its arrival (art. 29, 31); in clear. */
@Schema(description = "登记收到的申请（第二十九条、第三十一条）", example = """
        {"receivedOn":"2025-03-03","channel":"post","postalService":"signedFor","applicantKind":"naturalPerson",
         "applicant":"张某某","identityProof":"copyAttached","contact":"13800000000","address":"某某市某某路1号",
         "content":"某某村2023年道路硬化工程的施工合同","wantedForm":"paper"}""")
public record ReceiptBody(
        @Schema(description = "登记编号，在本机关内不得重复；不填则取当年的下一个，如 2025-013", maxLength = 100) @Nullable String registrationNumber,

        @Schema(description = "收到之日（第三十一条）：当面为提交之日，签收邮件为签收之日，平常信函、网络、传真为双方确认之日", requiredMode = REQUIRED) @Nullable LocalDate receivedOn,

        @Schema(description = "渠道", requiredMode = REQUIRED) @Nullable Channel channel,

        @Schema(description = "邮寄的：签收邮件还是平常信函") @Nullable PostalService postalService,
        @Schema(description = "到达之日，与收到之日不同的填写") @Nullable LocalDate arrivedOn,

        @Schema(description = "申请人类型，按年度报告的格式", requiredMode = REQUIRED) @Nullable ApplicantKind applicantKind,

        @Schema(description = "申请人的姓名或者名称，加密保存", requiredMode = REQUIRED) @Nullable String applicant,

        @Schema(description = "身份证明", requiredMode = REQUIRED) @Nullable IdentityProof identityProof,

        @Schema(description = "证件号码，加密保存") @Nullable String identityNumber,
        @Schema(description = "联系方式，加密保存") @Nullable String contact,
        @Schema(description = "通信地址，加密保存") @Nullable String address,
        @Schema(description = "代理人和授权情况，加密保存") @Nullable String representative,

        @Schema(description = "其他申请人，加密保存", maxLength = StepBody.LONG) @Nullable String otherApplicants,

        @Schema(description = "所申请的政府信息的名称、文号或者特征性描述，加密保存", maxLength = CONTENT) @Nullable String content,

        @Schema(description = "一份申请含有几件事项、分别办理的：逐件写明内容，代替 content；每件各有登记编号，互相关联") @Nullable List<String> matters,

        @Schema(description = "获取信息的形式") @Nullable WantedForm wantedForm,

        @Schema(description = "由哪一件拆分而来：登记编号，或者案件标识") @Nullable String splitFrom,

        @Schema(description = "备注，加密保存", maxLength = StepBody.LONG) @Nullable String remark) {

    static final int CONTENT = 20_000;

    /** The columns of the register that the body fills, as typed; without number and content. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, RequestFact.RECEIVED_ON, receivedOn);
        put(texts, RequestFact.CHANNEL, channel);
        put(texts, RequestFact.APPLICANT_KIND, applicantKind);
        put(texts, RequestFact.APPLICANT, applicant);
        put(texts, RequestFact.IDENTITY_NUMBER, identityNumber);
        put(texts, RequestFact.CONTACT, contact);
        put(texts, RequestFact.ADDRESS, address);
        return texts;
    }

    private static void put(Map<String, String> texts, RequestFact fact, @Nullable Object value) {
        if (value != null) {
            texts.put(fact.id(), value instanceof Coded coded ? coded.id() : value.toString());
        }
    }
}
