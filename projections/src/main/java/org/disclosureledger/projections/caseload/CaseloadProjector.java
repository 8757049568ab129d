package org.disclosureledger.projections.caseload;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps where each request stands: received, answered, reopened, answered anew, split from or joined into another, who
 * handles it, what waits for a second person.
 */
public final class CaseloadProjector implements Projector {

    public static final String NAME = "caseload";

    private final CaseloadStore store;

    public CaseloadProjector(CaseloadStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("case_stage", "case_id"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        Map<String, StagePatch> patches = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof RequestEvent e) {
                StagePatch patch = patch(
                        e, StagePatch.of(e.requestId().toString(), e.organ().value(), recorded.number()));
                if (patch != null) {
                    patches.merge(patch.caseId(), patch, StagePatch::then);
                }
            }
        }
        store.lay(patches.values());
    }

    /** Where a request stood after its first events; empty when the receipt is not among them. */
    public static Optional<CaseStage> stage(List<RecordedEvent> events) {
        StagePatch all = null;
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof RequestEvent e) {
                StagePatch patch = patch(
                        e, StagePatch.of(e.requestId().toString(), e.organ().value(), recorded.number()));
                all = patch == null ? all : all == null ? patch : all.then(patch);
            }
        }
        return Optional.ofNullable(all).flatMap(StagePatch::stage);
    }

    private static @Nullable StagePatch patch(RequestEvent event, StagePatch of) {
        return switch (event) {
            case RequestEvent.RequestReceived e -> of.received(e.registrationNumber(), e.receivedOn());
            case RequestEvent.RequestDecided e ->
                of.opened(false).answered(e.decidedOn(), e.outcome().id());
            case RequestEvent.RequestReopened ignored -> of.opened(true);
            case RequestEvent.RequestDecidedAnew e ->
                of.opened(false).answeredAnew(e.redecidedOn(), e.newOutcome().id());
            case RequestEvent.ReceiptDocumented e -> linked(of, e.splitFromId(), null);
            case RequestEvent.DecisionReasoned e -> linked(of, null, e.joinedIntoId());
            case RequestEvent.RequestFactCorrected e -> corrected(e, of);
            case RequestEvent.HandlerAssigned e -> of.handledBy(e.handlerId().toString());
            case RequestEvent.HandlerReleased ignored -> of.handledBy(null);
            case RequestEvent.AnswerProposed e ->
                of.proposed((e.anew() ? StepKind.DECIDE_ANEW : StepKind.DECIDE).id(), e.proposedBy());
            case RequestEvent.ExtensionProposed e -> of.proposed(StepKind.EXTEND.id(), e.proposedBy());
            case RequestEvent.ProposalApproved ignored -> of.settled();
            case RequestEvent.ProposalReturned ignored -> of.settled();
            case RequestEvent.ProposalWithdrawn ignored -> of.settled();
            case RequestEvent.CorrectionRequested ignored -> null;
            case RequestEvent.CorrectionReceived ignored -> null;
            case RequestEvent.AnswerPeriodExtended ignored -> null;
            case RequestEvent.ThirdPartyConsulted ignored -> null;
            case RequestEvent.ThirdPartyResponded ignored -> null;
            case RequestEvent.OrganConsulted ignored -> null;
            case RequestEvent.OrganResponded ignored -> null;
            case RequestEvent.FeeNotified ignored -> null;
            case RequestEvent.FeePaid ignored -> null;
            case RequestEvent.ReasonsRequested ignored -> null;
            case RequestEvent.ReasonsGiven ignored -> null;
            case RequestEvent.LaterDateFixed ignored -> null;
            case RequestEvent.DecisionDelivered ignored -> null;
            case RequestEvent.LetterIssued ignored -> null;
            case RequestEvent.LetterDelivered ignored -> null;
            case RequestEvent.AttachmentAdded ignored -> null;
            case RequestEvent.AttachmentWithdrawn ignored -> null;
            case RequestEvent.DeadlineMoved ignored -> null;
            case RequestEvent.RequestDetailRecorded ignored -> null;
        };
    }

    private static @Nullable StagePatch linked(StagePatch of, @Nullable RequestId from, @Nullable RequestId into) {
        return from == null && into == null
                ? null
                : of.linked(from == null ? null : from.toString(), into == null ? null : into.toString());
    }

    /** The register's answer is the first one. */
    private static @Nullable StagePatch corrected(RequestEvent.RequestFactCorrected e, StagePatch of) {
        RequestFact fact = RequestFact.byId(e.fact());
        if (fact == RequestFact.RECEIVED_ON) {
            return of.receivedOn(LocalDate.parse(e.corrected()));
        }
        if (fact == RequestFact.DECIDED_ON) {
            return of.answered(LocalDate.parse(e.corrected()), null);
        }
        return fact == RequestFact.OUTCOME ? of.answered(null, e.corrected()) : null;
    }
}
