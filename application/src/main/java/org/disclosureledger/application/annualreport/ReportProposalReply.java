package org.disclosureledger.application.annualreport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.domain.report.ReportProposal;
import org.jspecify.annotations.Nullable;

/** A publication that was put to a second person, as the API tells it. */
@Schema(description = "提交审核的发布，和审核的结果")
record ReportProposalReply(
        @Schema(description = "第几号") int proposal,
        @Schema(description = "提交人的用户名") String proposedBy,

        @Schema(description = "open 等待审核、approved 已批准、returned 已退回、withdrawn 已撤回")
        String stage,

        @Schema(description = "将是第几版") int version,
        @Schema(description = "发布日期") LocalDate publishedOn,
        @Schema(description = "修订的理由，首版为空") @Nullable String reason,
        @Schema(description = "数据取自台账该号及以前的记录") long knownUpTo,
        @Schema(description = "退回的理由，没有退回的为空") @Nullable String returnedFor) {

    static ReportProposalReply of(ReportProposal proposal) {
        var content = proposal.content();
        return new ReportProposalReply(
                content.proposal(),
                content.proposedBy(),
                proposal.stage().id(),
                content.version(),
                content.publishedOn(),
                content.amendmentReason(),
                Long.parseLong(content.knownUpTo()),
                proposal.returnedFor());
    }
}
