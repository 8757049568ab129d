package org.disclosureledger.projections.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.document.Document;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.tally.Tally;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps the registers: what each event states is laid over what the row already has. */
public final class RegisterProjector implements Projector {

    public static final String NAME = "registers";

    private final RegisterStore store;

    public RegisterProjector(RegisterStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("register_row", "case_id"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        Map<String, RegisterPatch> patches = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            RegisterPatch patch = patch(recorded);
            if (patch != null) {
                patches.merge(patch.caseId(), patch, RegisterPatch::then);
            }
        }
        store.lay(patches.values());
    }

    static @Nullable RegisterPatch patch(RecordedEvent recorded) {
        DomainEvent event = recorded.event();
        if (event instanceof RequestEvent e) {
            return patch(
                    recorded,
                    "requests",
                    e.requestId().toString(),
                    searched(e, new Request.Unreceived().evolve(e).facts()));
        }
        if (event instanceof RemedyEvent e) {
            return patch(
                    recorded,
                    "remedies",
                    e.remedyId().toString(),
                    searched(e, new Remedy.Unaccepted().evolve(e).facts()));
        }
        if (event instanceof DocumentEvent e) {
            return patch(
                    recorded,
                    "documents",
                    e.documentId().toString(),
                    new Document.Unissued().evolve(e).facts());
        }
        if (event instanceof TallyEvent e) {
            return patch(
                    recorded,
                    "tallies",
                    e.tallyId().toString(),
                    new Tally.Unreported().evolve(e).facts());
        }
        return null;
    }

    /** No column of the register, but whoever looks for the number of a renewed answer finds the request. */
    private static Facts searched(RequestEvent event, Facts facts) {
        return event instanceof RequestEvent.RequestDecidedAnew e && e.documentNumber() != null
                ? facts.with(RegisterRow.DOCUMENT_NUMBER_ANEW, e.documentNumber())
                : facts;
    }

    /** Nor are these: the numbers of further instances, with their courts. */
    private static Facts searched(RemedyEvent event, Facts facts) {
        return event instanceof RemedyEvent.RemedyAppealed e
                ? facts.with(RegisterRow.INSTANCE + e.instanceNumber(), e.court() == null ? "" : e.court())
                : facts;
    }

    private static RegisterPatch patch(RecordedEvent recorded, String register, String caseId, Facts facts) {
        return new RegisterPatch(
                caseId,
                recorded.event().organ().value(),
                register,
                facts.values(),
                recorded.number(),
                recorded.number());
    }
}
