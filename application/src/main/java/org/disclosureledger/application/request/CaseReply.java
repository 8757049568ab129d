package org.disclosureledger.application.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.domain.request.IdentityProof;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.PostalService;
import org.disclosureledger.domain.request.RequestRule;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.domain.request.WantedForm;
import org.jspecify.annotations.Nullable;

/** A request in full, as the API tells it. */
@Schema(description = "一件申请：登记内容、办理经过、期限、下一步")
@WithoutNulls
public record CaseReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        String registrationNumber,
        @Schema(description = "申请台账的各栏，个人信息为明文") Map<String, String> facts,
        @Schema(description = "备注") Map<String, String> remarks,
        @Schema(description = "收件情况，从台账导入的没有") @Nullable ReceiptDetails receipt,
        CourseReply course,
        ClockReply clock,
        @Schema(description = "由办理经过推算的其他日期") DerivedDates dates,
        @Schema(description = "法定的各个步骤，以及现在能不能办理") List<StepState> steps,
        @Schema(description = "21 种结果各须写明什么；现在不能作出答复时为空") List<ResultAdvice> results,
        @Schema(description = "关联的案件") LinksReply links,

        @Schema(description = "可能是同一申请人的其他申请，前后十二个月；是不是，由人判断")
        List<RequestReply> similar,

        @Schema(description = "其中同一日历月内先登记的件数") int similarEarlierInMonth,
        @Schema(description = "承办人；没有确定的不写") @Nullable HandlerReply handler,
        @Schema(description = "等待审核的一步的地址；没有的不写") @Nullable String proposal) {

    /** What was noted about the paper, opened. */
    @Schema(description = "收件情况")
    @WithoutNulls
    public record ReceiptDetails(
            @Nullable LocalDate arrivedOn,
            @Nullable PostalService postalService,
            IdentityProof identityProof,
            @Nullable String representative,
            @Nullable String otherApplicants,
            @Nullable WantedForm wantedForm) {}

    /** A step of the law. */
    @Schema(description = "一个步骤")
    @WithoutNulls
    public record StepState(
            @Schema(description = "步骤标识，也是地址的最后一段") StepKind step,
            @Schema(description = "名称") String label,
            @Schema(description = "规定这一步的条文") String ground,
            @Schema(description = "现在能不能办理") boolean possible,
            @Schema(description = "不能办理的理由") @Nullable FindingReply objection) {

        static StepState of(PossibleStep step) {
            RequestRule objection = step.objection();
            return new StepState(
                    step.kind(),
                    step.kind().label(),
                    step.kind().ground(),
                    objection == null,
                    objection == null
                            ? null
                            : FindingReply.of(objection.onField(step.kind().id())));
        }
    }

    /** What a result asks for. */
    @Schema(description = "一种处理结果须写明什么")
    public record ResultAdvice(
            Outcome outcome,
            @Schema(description = "类别，即格式中的（一）至（六）") String group,
            @Schema(description = "格式中的行名") String label,
            @Schema(description = "依据") String ground,
            @Schema(description = "现在不能选用的理由，可以选用的为空") List<FindingReply> objections,
            @Schema(description = "须写明的内容") List<FindingReply> required,
            @Schema(description = "选用时须注意的") List<FindingReply> remarks) {

        static ResultAdvice of(OutcomeAdvice advice) {
            return new ResultAdvice(
                    advice.outcome(),
                    advice.outcome().group(),
                    advice.outcome().label(),
                    advice.outcome().ground(),
                    FindingReply.of(advice.objections()),
                    FindingReply.of(advice.required()),
                    FindingReply.of(advice.remarks()));
        }
    }

    /** The cases that belong together with this one. */
    @Schema(description = "关联的案件")
    @WithoutNulls
    public record LinksReply(
            @Schema(description = "由这一件拆分而来") @Nullable RequestReply splitFrom,
            @Schema(description = "由本件拆分的") List<RequestReply> splitInto,
            @Schema(description = "本件并入的") @Nullable RequestReply joinedInto,
            @Schema(description = "并入本件的") List<RequestReply> joined,
            @Schema(description = "要求重新办理的复议、诉讼案件的标识") List<String> reopenedFor) {

        static LinksReply of(CaseLinks.Links links) {
            return new LinksReply(
                    links.splitFrom() == null ? null : RequestReply.of(links.splitFrom()),
                    links.splitInto().stream().map(RequestReply::of).toList(),
                    links.joinedInto() == null ? null : RequestReply.of(links.joinedInto()),
                    links.joined().stream().map(RequestReply::of).toList(),
                    links.reopenedFor().stream()
                            .map(id -> id.value().toString())
                            .toList());
        }
    }
}
