package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.time.LocalDate;
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
 * What the tables need to know of a case, each fact with the number of the event that states it.
 *
 * @param category the applicant kind, the procedure, the document category or the tally's item
 * @param subcategory for a lawsuit, whether reconsideration came before it
 * @param openedOn legal date of receipt, acceptance or issue; for a tally the first day of its year
 * @param closedOn legal date of the answer, the conclusion or the repeal
 */
record CountedCase(
        String caseId,
        String organ,
        Family family,
        @Nullable String category,
        long categoryBy,
        @Nullable String subcategory,
        @Nullable LocalDate openedOn,
        long openedBy,
        @Nullable LocalDate closedOn,
        long closedBy,
        @Nullable String result,
        long resultBy,
        @Nullable BigDecimal quantity,
        @Nullable String relatedCase,
        long readUpTo) {

    enum Family {
        REQUEST,
        REMEDY,
        DOCUMENT,
        TALLY
    }

    static CountedCase unknown(String caseId, String organ, Family family) {
        return new CountedCase(caseId, organ, family, null, 0, null, null, 0, null, 0, null, 0, null, null, 0);
    }

    /** The case that an event tells of, null when the event is not about a counted case. */
    static @Nullable CountedCase blankFor(DomainEvent event) {
        String organ = event.organ().value();
        if (event instanceof RequestEvent e) {
            return unknown(e.requestId().toString(), organ, Family.REQUEST);
        }
        if (event instanceof RemedyEvent e) {
            return unknown(e.remedyId().toString(), organ, Family.REMEDY);
        }
        if (event instanceof DocumentEvent e) {
            return unknown(e.documentId().toString(), organ, Family.DOCUMENT);
        }
        if (event instanceof TallyEvent e) {
            return unknown(e.tallyId().toString(), organ, Family.TALLY);
        }
        return null;
    }

    /** An event that was already counted changes nothing. */
    CountedCase after(RecordedEvent recorded) {
        long number = recorded.number();
        if (number <= readUpTo) {
            return this;
        }
        DomainEvent event = recorded.event();
        CountedCase next = this;
        if (event instanceof RequestEvent e) {
            next = request(e, number);
        } else if (event instanceof RemedyEvent e) {
            next = remedy(e, number);
        } else if (event instanceof DocumentEvent e) {
            next = document(e, number);
        } else if (event instanceof TallyEvent e) {
            next = tally(e, number);
        }
        return next.readUpTo(number);
    }

    private CountedCase request(RequestEvent event, long number) {
        return switch (event) {
            case RequestEvent.RequestReceived e ->
                category(e.applicantKind().id(), number).opened(e.receivedOn(), number);
            case RequestEvent.RequestDecided e ->
                closed(e.decidedOn(), number).result(e.outcome().id(), number);
            case RequestEvent.RequestFactCorrected e -> correctedRequest(e, number);
            case RequestEvent.CorrectionRequested ignored -> this;
            case RequestEvent.CorrectionReceived ignored -> this;
            case RequestEvent.AnswerPeriodExtended ignored -> this;
            case RequestEvent.ThirdPartyConsulted ignored -> this;
            case RequestEvent.ThirdPartyResponded ignored -> this;
            case RequestEvent.FeeNotified ignored -> this;
            case RequestEvent.FeePaid ignored -> this;
            case RequestEvent.DecisionDelivered ignored -> this;
            case RequestEvent.RequestDetailRecorded ignored -> this;
        };
    }

    private CountedCase correctedRequest(RequestEvent.RequestFactCorrected e, long number) {
        RequestFact fact = RequestFact.byId(e.fact());
        if (fact == null) {
            return this;
        }
        return switch (fact) {
            case RECEIVED_ON -> opened(LocalDate.parse(e.corrected()), number);
            case DECIDED_ON -> closed(LocalDate.parse(e.corrected()), number);
            case OUTCOME -> result(e.corrected(), number);
            case APPLICANT_KIND -> category(e.corrected(), number);
            default -> this;
        };
    }

    private CountedCase remedy(RemedyEvent event, long number) {
        return switch (event) {
            case RemedyEvent.RemedyAccepted e ->
                category(e.procedure().id(), number)
                        .subcategory(String.valueOf(e.afterReconsideration()), number)
                        .opened(e.acceptedOn(), number)
                        .related(e.requestId() == null ? null : e.requestId().toString());
            case RemedyEvent.RemedyConcluded e ->
                closed(e.concludedOn(), number).result(e.result().id(), number);
            case RemedyEvent.RemedyLinked e -> related(e.requestId().toString());
            case RemedyEvent.RemedyDetailRecorded e ->
                e.fact().equals(RemedyFact.AFTER_RECONSIDERATION.id()) ? subcategory(e.value(), number) : this;
            case RemedyEvent.RemedyFactCorrected e -> correctedRemedy(e, number);
        };
    }

    private CountedCase correctedRemedy(RemedyEvent.RemedyFactCorrected e, long number) {
        RemedyFact fact = RemedyFact.byId(e.fact());
        if (fact == null) {
            return this;
        }
        return switch (fact) {
            case PROCEDURE -> category(e.corrected(), number);
            case AFTER_RECONSIDERATION -> subcategory(e.corrected(), number);
            case ACCEPTED_ON -> opened(LocalDate.parse(e.corrected()), number);
            case CONCLUDED_ON -> closed(LocalDate.parse(e.corrected()), number);
            case RESULT -> result(e.corrected(), number);
            case REGISTRATION_NUMBER ->
                related(e.requestId() == null ? null : e.requestId().toString());
            case CASE_NUMBER -> this;
        };
    }

    private CountedCase document(DocumentEvent event, long number) {
        return switch (event) {
            case DocumentEvent.DocumentIssued e ->
                category(e.category().id(), number).opened(e.issuedOn(), number);
            case DocumentEvent.DocumentRepealed e -> closed(e.repealedOn(), number);
            case DocumentEvent.DocumentDetailRecorded ignored -> this;
            case DocumentEvent.DocumentFactCorrected e -> correctedDocument(e, number);
        };
    }

    private CountedCase correctedDocument(DocumentEvent.DocumentFactCorrected e, long number) {
        DocumentFact fact = DocumentFact.byId(e.fact());
        if (fact == null) {
            return this;
        }
        return switch (fact) {
            case CATEGORY -> category(e.corrected(), number);
            case ISSUED_ON -> opened(LocalDate.parse(e.corrected()), number);
            case REPEALED_ON -> closed(LocalDate.parse(e.corrected()), number);
            case DOCUMENT_NUMBER, TITLE -> this;
        };
    }

    private CountedCase tally(TallyEvent event, long number) {
        return switch (event) {
            case TallyEvent.TallyReported e ->
                category(e.item().id(), number)
                        .opened(LocalDate.of(e.year(), 1, 1), number)
                        .quantity(e.amount());
            case TallyEvent.TallyDetailRecorded ignored -> this;
        };
    }

    private CountedCase category(String value, long by) {
        return new CountedCase(
                caseId,
                organ,
                family,
                value,
                by,
                subcategory,
                openedOn,
                openedBy,
                closedOn,
                closedBy,
                result,
                resultBy,
                quantity,
                relatedCase,
                readUpTo);
    }

    private CountedCase subcategory(String value, long by) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                by,
                value,
                openedOn,
                openedBy,
                closedOn,
                closedBy,
                result,
                resultBy,
                quantity,
                relatedCase,
                readUpTo);
    }

    private CountedCase opened(LocalDate on, long by) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                categoryBy,
                subcategory,
                on,
                by,
                closedOn,
                closedBy,
                result,
                resultBy,
                quantity,
                relatedCase,
                readUpTo);
    }

    private CountedCase closed(LocalDate on, long by) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                categoryBy,
                subcategory,
                openedOn,
                openedBy,
                on,
                by,
                result,
                resultBy,
                quantity,
                relatedCase,
                readUpTo);
    }

    private CountedCase result(String value, long by) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                categoryBy,
                subcategory,
                openedOn,
                openedBy,
                closedOn,
                closedBy,
                value,
                by,
                quantity,
                relatedCase,
                readUpTo);
    }

    private CountedCase quantity(BigDecimal value) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                categoryBy,
                subcategory,
                openedOn,
                openedBy,
                closedOn,
                closedBy,
                result,
                resultBy,
                value,
                relatedCase,
                readUpTo);
    }

    private CountedCase related(@Nullable String value) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                categoryBy,
                subcategory,
                openedOn,
                openedBy,
                closedOn,
                closedBy,
                result,
                resultBy,
                quantity,
                value,
                readUpTo);
    }

    private CountedCase readUpTo(long number) {
        return new CountedCase(
                caseId,
                organ,
                family,
                category,
                categoryBy,
                subcategory,
                openedOn,
                openedBy,
                closedOn,
                closedBy,
                result,
                resultBy,
                quantity,
                relatedCase,
                number);
    }
}
