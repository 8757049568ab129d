package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;

/** Bodies of what is done with a step that waits for a second person. */
public final class ProposalBodies {

    private ProposalBodies() {}

    @Schema(description = "退回提交审核的事项", example = """
            {"reason":"请补充不予公开的依据"}""")
    public record ReturnProposalBody(
            @Schema(description = "退回的理由，加密保存", requiredMode = REQUIRED, maxLength = StepBody.LONG) @Nullable String reason) {}

    /** Approving, which needs nothing to be said. */
    public record Approval(int proposal, String by) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.ApproveProposal(c.requestId(), c.organ(), c.today(), proposal, by);
        }
    }

    /** Withdrawing, which needs nothing to be said. */
    public record Withdrawal(int proposal, String by) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.WithdrawProposal(c.requestId(), c.organ(), c.today(), proposal, by);
        }
    }

    record Return(ReturnProposalBody body, int proposal, String by) implements StepBody {

        @Override
        public RequestStep in(StepContext c) {
            return new RequestStep.ReturnProposal(
                    c.requestId(), c.organ(), c.today(), proposal, c.sealed("reason", body.reason()), by);
        }

        @Override
        public Record typed() {
            return body;
        }
    }
}
