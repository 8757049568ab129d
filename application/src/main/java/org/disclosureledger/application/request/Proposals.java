package org.disclosureledger.application.request;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.request.ProposalBodies.ReturnProposalBody;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.Proposal;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Steps that wait for a second person: approved, returned, withdrawn. For API and pages alike. */
@Component
public class Proposals {

    private final CaseFiles files;
    private final CaseloadStore caseload;
    private final IdentityKeys keys;

    Proposals(CaseFiles files, CaseloadStore caseload, IdentityKeys keys) {
        this.files = files;
        this.caseload = caseload;
        this.keys = keys;
    }

    /** What waits in these organs, the longest first. */
    public List<CaseloadStore.Waiting> waiting(Collection<String> organs) {
        return organs.isEmpty() ? List.of() : caseload.proposed(organs);
    }

    /** @throws Problem when the request has no such proposal */
    Proposal require(CaseFile file, int number) {
        return Proposal.all(file.events().stream().map(CaseFile.Numbered::event).toList()).stream()
                .filter(p -> p.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("本案件没有第 " + number + " 号提交审核的事项"));
    }

    /**
     * What is proposed, opened for who may see it: an {@link AnswerBody} or a
     * {@link PeriodBodies.ExtendAnswerPeriodBody}, as it was sent.
     */
    public Record content(CaseFile file, Proposal proposal) {
        CaseKey key = keys.find(file.organ(), file.caseId()).orElse(null);
        if (proposal.content() instanceof RequestEvent.ExtensionProposed e) {
            return new PeriodBodies.ExtendAnswerPeriodBody(
                    e.notifiedOn(), e.days(), e.approvedBy(), opened(key, "reason", e.reason()));
        }
        RequestEvent.AnswerProposed e = (RequestEvent.AnswerProposed) proposal.content();
        return new AnswerBody(
                e.answeredOn(),
                e.outcome(),
                e.documentNumber(),
                e.ground(),
                opened(key, "meansOfAccess", e.meansOfAccess()),
                e.otherOrgan(),
                e.otherOrganContact(),
                opened(key, "withheld", e.withheld()),
                opened(key, "reasons", e.reasons()),
                e.endReason(),
                e.joinedIntoId() == null ? null : Objects.toString(e.joinedIntoId()));
    }

    /** Why it was returned, opened for who may see it; null when it was not. */
    public @Nullable String returnedFor(CaseFile file, Proposal proposal) {
        return opened(keys.find(file.organ(), file.caseId()).orElse(null), "reason", proposal.returnedFor());
    }

    private static @Nullable String opened(@Nullable CaseKey key, String component, @Nullable SealedText sealed) {
        return sealed == null || key == null ? null : key.open(component, sealed.value());
    }

    /** @throws CommandRejected when it is one's own, no longer waits, or the rules object to the step now */
    public Recorded approve(String organ, String caseId, int number, String user, CommandId id) {
        return files.take(organ, caseId, new ProposalBodies.Approval(number, user), user, id);
    }

    /** @throws CommandRejected when it is one's own, no longer waits, or no reason is given */
    public Recorded giveBack(
            String organ, String caseId, int number, ReturnProposalBody body, String user, CommandId id) {
        return files.take(organ, caseId, new ProposalBodies.Return(body, number, user), user, id);
    }

    /** @throws CommandRejected when it is another's, or no longer waits */
    public Recorded withdraw(String organ, String caseId, int number, String user, CommandId id) {
        return files.take(organ, caseId, new ProposalBodies.Withdrawal(number, user), user, id);
    }
}
