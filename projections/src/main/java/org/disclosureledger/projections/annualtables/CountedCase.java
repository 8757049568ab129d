package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the tables need to know of a case, each fact with the number of the event that states it. Events are applied one
 * after the other; what follows from the facts is {@link CountingRules}' business.
 */
final class CountedCase {

    /** Which kind of case. */
    enum Family {
        REQUEST,
        REMEDY,
        DOCUMENT,
        TALLY
    }

    /** A fact with the number of the event that states it. */
    record Stated<T>(T value, long by) {}

    private final String caseId;
    private final String organ;
    private final Family family;
    private @Nullable Stated<String> category;
    private @Nullable String subcategory;
    private @Nullable Stated<LocalDate> opened;
    private @Nullable Stated<LocalDate> closed;
    private @Nullable Stated<String> result;
    private @Nullable BigDecimal quantity;
    private @Nullable String relatedCase;
    private final List<Stage> later = new ArrayList<>();
    private long readUpTo;

    CountedCase(String caseId, String organ, Family family) {
        this.caseId = caseId;
        this.organ = organ;
        this.family = family;
    }

    /** A case as it was kept. */
    CountedCase(
            String caseId,
            String organ,
            Family family,
            @Nullable Stated<String> category,
            @Nullable String subcategory,
            @Nullable Stated<LocalDate> opened,
            @Nullable Stated<LocalDate> closed,
            @Nullable Stated<String> result,
            @Nullable BigDecimal quantity,
            @Nullable String relatedCase,
            List<Stage> later,
            long readUpTo) {
        this(caseId, organ, family);
        this.category = category;
        this.subcategory = subcategory;
        this.opened = opened;
        this.closed = closed;
        this.result = result;
        this.quantity = quantity;
        this.relatedCase = relatedCase;
        this.later.addAll(later);
        this.readUpTo = readUpTo;
    }

    /** The case that an event tells of, with nothing known of it yet; null when no case is counted by the event. */
    static @Nullable CountedCase blankFor(DomainEvent event) {
        String organ = event.organ().value();
        if (event instanceof RequestEvent e) {
            return new CountedCase(e.requestId().toString(), organ, Family.REQUEST);
        }
        if (event instanceof RemedyEvent e) {
            return new CountedCase(e.remedyId().toString(), organ, Family.REMEDY);
        }
        if (event instanceof DocumentEvent e) {
            return new CountedCase(e.documentId().toString(), organ, Family.DOCUMENT);
        }
        if (event instanceof TallyEvent e) {
            return new CountedCase(e.tallyId().toString(), organ, Family.TALLY);
        }
        return null;
    }

    String caseId() {
        return caseId;
    }

    String organ() {
        return organ;
    }

    Family family() {
        return family;
    }

    /** The applicant kind, the procedure, the document category or the tally's item. */
    @Nullable Stated<String> category() {
        return category;
    }

    /** For a lawsuit, whether reconsideration came before it. */
    @Nullable String subcategory() {
        return subcategory;
    }

    /** Legal date of receipt, acceptance or issue; for a tally the first day of its year. */
    @Nullable Stated<LocalDate> opened() {
        return opened;
    }

    /** Legal date of the answer, the conclusion or the repeal. */
    @Nullable Stated<LocalDate> closed() {
        return closed;
    }

    @Nullable Stated<String> result() {
        return result;
    }

    @Nullable BigDecimal quantity() {
        return quantity;
    }

    /** The request that a remedy is about. */
    @Nullable String relatedCase() {
        return relatedCase;
    }

    /** What came after the case was first concluded, in its order. */
    List<Stage> later() {
        return later;
    }

    long readUpTo() {
        return readUpTo;
    }

    /** An event that was already counted changes nothing. */
    void apply(RecordedEvent recorded) {
        long number = recorded.number();
        if (number <= readUpTo) {
            return;
        }
        readUpTo = number;
        DomainEvent event = recorded.event();
        if (event instanceof RequestEvent e) {
            request(e, number);
        } else if (event instanceof RemedyEvent e) {
            remedy(e, number);
        } else if (event instanceof DocumentEvent e) {
            document(e, number);
        } else if (event instanceof TallyEvent e) {
            tally(e, number);
        }
    }

    private void request(RequestEvent event, long number) {
        switch (event) {
            case RequestEvent.RequestReceived e -> {
                category = new Stated<>(e.applicantKind().id(), number);
                opened = new Stated<>(e.receivedOn(), number);
            }
            case RequestEvent.RequestDecided e -> {
                closed = new Stated<>(e.decidedOn(), number);
                result = new Stated<>(e.outcome().id(), number);
            }
            case RequestEvent.RequestFactCorrected e -> correctedRequest(e, number);
            case RequestEvent.CorrectionRequested ignored -> {}
            case RequestEvent.CorrectionReceived ignored -> {}
            case RequestEvent.AnswerPeriodExtended ignored -> {}
            case RequestEvent.ThirdPartyConsulted ignored -> {}
            case RequestEvent.ThirdPartyResponded ignored -> {}
            case RequestEvent.FeeNotified ignored -> {}
            case RequestEvent.FeePaid ignored -> {}
            case RequestEvent.DecisionDelivered ignored -> {}
            case RequestEvent.ReceiptDocumented ignored -> {}
            case RequestEvent.OrganConsulted ignored -> {}
            case RequestEvent.OrganResponded ignored -> {}
            case RequestEvent.ReasonsRequested ignored -> {}
            case RequestEvent.ReasonsGiven ignored -> {}
            case RequestEvent.LaterDateFixed ignored -> {}
            case RequestEvent.DecisionReasoned ignored -> {}
            case RequestEvent.LetterIssued ignored -> {}
            case RequestEvent.LetterDelivered ignored -> {}
            case RequestEvent.AttachmentAdded ignored -> {}
            case RequestEvent.AttachmentWithdrawn ignored -> {}
            case RequestEvent.RequestReopened ignored -> {}
            case RequestEvent.RequestDecidedAnew e ->
                later.add(new Stage(
                        null,
                        new Stated<>(e.redecidedOn(), number),
                        new Stated<>(e.newOutcome().id(), number)));
            case RequestEvent.DeadlineMoved ignored -> {}
            case RequestEvent.HandlerAssigned ignored -> {}
            case RequestEvent.HandlerReleased ignored -> {}
            case RequestEvent.AnswerProposed ignored -> {}
            case RequestEvent.ExtensionProposed ignored -> {}
            case RequestEvent.ProposalApproved ignored -> {}
            case RequestEvent.ProposalReturned ignored -> {}
            case RequestEvent.ProposalWithdrawn ignored -> {}
            case RequestEvent.RequestDetailRecorded ignored -> {}
        }
    }

    private void correctedRequest(RequestEvent.RequestFactCorrected e, long number) {
        RequestFact fact = RequestFact.byId(e.fact());
        if (fact == null) {
            return;
        }
        switch (fact) {
            case RECEIVED_ON -> opened = date(e.corrected(), number);
            case DECIDED_ON -> closed = date(e.corrected(), number);
            case OUTCOME -> result = new Stated<>(e.corrected(), number);
            case APPLICANT_KIND -> category = new Stated<>(e.corrected(), number);
            default -> {}
        }
    }

    private void remedy(RemedyEvent event, long number) {
        switch (event) {
            case RemedyEvent.RemedyAccepted e -> {
                category = new Stated<>(e.procedure().id(), number);
                subcategory = String.valueOf(e.afterReconsideration());
                opened = new Stated<>(e.acceptedOn(), number);
                relatedCase = e.requestId() == null ? null : e.requestId().toString();
            }
            case RemedyEvent.RemedyConcluded e -> {
                closed = new Stated<>(e.concludedOn(), number);
                result = new Stated<>(e.result().id(), number);
            }
            case RemedyEvent.RemedyAppealed e -> later.add(new Stage(new Stated<>(e.appealedOn(), number), null, null));
            case RemedyEvent.RemedyAppealConcluded e ->
                conclude(
                        later.size() - 1,
                        new Stated<>(e.endedOn(), number),
                        new Stated<>(e.ruling().id(), number));
            case RemedyEvent.RemedyLinked e -> relatedCase = e.requestId().toString();
            case RemedyEvent.RemedyDetailRecorded e -> {
                if (e.fact().equals(RemedyFact.AFTER_RECONSIDERATION.id())) {
                    subcategory = e.value();
                }
            }
            case RemedyEvent.RemedyFactCorrected e -> correctedRemedy(e, number);
        }
    }

    private void correctedRemedy(RemedyEvent.RemedyFactCorrected e, long number) {
        RemedyFact fact = RemedyFact.byId(e.fact());
        if (fact == null) {
            return;
        }
        switch (fact) {
            case PROCEDURE -> category = new Stated<>(e.corrected(), number);
            case AFTER_RECONSIDERATION -> subcategory = e.corrected();
            case ACCEPTED_ON -> opened = date(e.corrected(), number);
            case CONCLUDED_ON -> {
                int latest = latestConcluded();
                conclude(
                        latest,
                        date(e.corrected(), number),
                        latest < 0 ? result : later.get(latest).result());
            }
            case RESULT -> {
                int latest = latestConcluded();
                conclude(latest, latest < 0 ? closed : later.get(latest).closed(), new Stated<>(e.corrected(), number));
            }
            case REGISTRATION_NUMBER ->
                relatedCase = e.requestId() == null ? null : e.requestId().toString();
            case CASE_NUMBER -> {}
        }
    }

    /** A register has one date and one result, those of the latest ruling: where that stands, -1 for the first instance. */
    private int latestConcluded() {
        int latest = later.size() - 1;
        while (latest >= 0 && !later.get(latest).isClosed()) {
            latest--;
        }
        return latest;
    }

    /** @param at place among the later stages, -1 for the first instance */
    private void conclude(int at, @Nullable Stated<LocalDate> on, @Nullable Stated<String> ruling) {
        if (at < 0) {
            closed = on;
            result = ruling;
        } else {
            later.set(at, new Stage(later.get(at).opened(), on, ruling));
        }
    }

    private void document(DocumentEvent event, long number) {
        switch (event) {
            case DocumentEvent.DocumentIssued e -> {
                category = new Stated<>(e.category().id(), number);
                opened = new Stated<>(e.issuedOn(), number);
            }
            case DocumentEvent.DocumentRepealed e -> closed = new Stated<>(e.repealedOn(), number);
            case DocumentEvent.DocumentDetailRecorded ignored -> {}
            case DocumentEvent.DocumentFactCorrected e -> correctedDocument(e, number);
        }
    }

    private void correctedDocument(DocumentEvent.DocumentFactCorrected e, long number) {
        DocumentFact fact = DocumentFact.byId(e.fact());
        if (fact == null) {
            return;
        }
        switch (fact) {
            case CATEGORY -> category = new Stated<>(e.corrected(), number);
            case ISSUED_ON -> opened = date(e.corrected(), number);
            case REPEALED_ON -> closed = date(e.corrected(), number);
            case DOCUMENT_NUMBER, TITLE -> {}
        }
    }

    private void tally(TallyEvent event, long number) {
        switch (event) {
            case TallyEvent.TallyReported e -> {
                category = new Stated<>(e.item().id(), number);
                opened = new Stated<>(LocalDate.of(e.year(), 1, 1), number);
                quantity = e.amount();
            }
            case TallyEvent.TallyDetailRecorded ignored -> {}
        }
    }

    private static Stated<LocalDate> date(String text, long number) {
        return new Stated<>(LocalDate.parse(text), number);
    }
}
