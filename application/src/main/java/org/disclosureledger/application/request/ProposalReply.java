package org.disclosureledger.application.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.domain.request.Proposal;
import org.disclosureledger.domain.request.StepKind;
import org.jspecify.annotations.Nullable;

/** A step that was put to a second person, as the API tells it. */
@Schema(description = "提交审核的一步，以及审核的结果")
@WithoutNulls
public record ProposalReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        String registrationNumber,
        @Schema(description = "本案件的第几号") int proposal,
        @Schema(description = "哪一步") StepKind step,
        @Schema(description = "提交人的用户名") String proposedBy,

        @Schema(description = "open 等待审核、approved 已批准、returned 已退回、withdrawn 已撤回")
        String stage,

        @Schema(description = "提交的答复") @Nullable AnswerBody answer,
        @Schema(description = "提交的延期") PeriodBodies.@Nullable ExtendAnswerPeriodBody extension,
        @Schema(description = "退回的理由") @Nullable String returnedFor) {

    /** A step that waits for a second person. */
    @Schema(description = "等待审核的一步")
    public record ListedProposal(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            String registrationNumber,
            @Schema(description = "哪一步") StepKind step,
            @Schema(description = "提交人的用户名") String proposedBy) {}

    static ProposalReply of(CaseFile file, Proposal proposal, Record content, @Nullable String returnedFor) {
        return new ProposalReply(
                file.caseId(),
                file.number(),
                proposal.number(),
                proposal.kind(),
                proposal.proposedBy(),
                proposal.stage().id(),
                content instanceof AnswerBody answer ? answer : null,
                content instanceof PeriodBodies.ExtendAnswerPeriodBody extension ? extension : null,
                returnedFor);
    }

    static String address(String organ, String caseId, int number) {
        return "/api/v1/organs/" + Organs.inPath(organ) + "/requests/" + caseId + "/proposals/" + number;
    }
}
