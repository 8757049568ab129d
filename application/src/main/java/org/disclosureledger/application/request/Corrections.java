package org.disclosureledger.application.request;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.imports.EntryRecorder;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.request.RequestFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Corrects single facts of a request: an entry of the register that says one thing otherwise, and why. */
@Component
class Corrections {

    private final CaseFiles files;
    private final CaseReferences references;
    private final EntryRecorder recorder;
    private final Projections projections;

    Corrections(CaseFiles files, CaseReferences references, EntryRecorder recorder, Projections projections) {
        this.files = files;
        this.references = references;
        this.recorder = recorder;
        this.projections = projections;
    }

    /**
     * Corrects something that was recorded wrongly, and waits until the tables show it.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when there is nothing to correct, the value cannot be read or the rules object
     */
    public Recorded correct(String organ, String caseId, CorrectionBody body, String user, CommandId id) {
        CaseFile file = files.require(organ, caseId);
        Bodies.check(body);
        String stated = requireNonNull(TypedText.of(body.fact()));
        RequestFact fact = fact(stated);
        if (fact == RequestFact.REGISTRATION_NUMBER
                || !references.requestNumbered(organ, file.number()).toString().equals(caseId)) {
            throw new CommandRejected(CaseFileRule.NUMBER_IS_FOR_EVER.onField("fact"));
        }
        if (!file.request().facts().values().containsKey(fact == null ? stated : fact.id())) {
            throw new CommandRejected(CaseFileRule.NOT_RECORDED_YET.onField("fact"));
        }
        StatedRow row = row(file.number(), fact, stated, requireNonNull(body.value()));
        Recorded recorded = recorder.record(
                organ,
                RegisterLayout.REQUESTS,
                row,
                facts -> new Entry(facts, true, TypedText.of(body.reason()), files.today(), Entry.Source.TYPED),
                CaseFiles.by(user),
                id);
        projections.catchUp();
        return recorded;
    }

    /** Null for a remark. */
    private static @Nullable RequestFact fact(String stated) {
        RequestFact fact = Arrays.stream(RequestFact.values())
                .filter(f -> f.id().equals(stated) || f.label().equals(stated))
                .findFirst()
                .orElse(null);
        if (fact == null && !stated.startsWith(Facts.REMARK)) {
            throw new CommandRejected(CaseFileRule.NOT_A_FACT.onField("fact"));
        }
        return fact;
    }

    private static StatedRow row(String number, @Nullable RequestFact fact, String stated, String value) {
        String numberId = RequestFact.REGISTRATION_NUMBER.id();
        StatedRow row = TypedEntry.read(
                RegisterLayout.REQUESTS,
                fact == null ? Map.of(numberId, number) : Map.of(numberId, number, fact.id(), value),
                fact == null ? Map.of(stated.substring(Facts.REMARK.length()), value) : Map.of());
        if (row.isFaulty()) {
            throw new CommandRejected(row.findings());
        }
        return row;
    }
}
