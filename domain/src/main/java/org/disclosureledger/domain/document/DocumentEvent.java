package org.disclosureledger.domain.document;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What happened to a rule or normative document. Every date is the legal date: a calendar day in China. */
public sealed interface DocumentEvent extends DomainEvent {

    DocumentId documentId();

    record DocumentIssued(
            DocumentId documentId,
            OrganCode organ,
            DocumentCategory category,
            String documentNumber,
            String title,
            LocalDate issuedOn)
            implements DocumentEvent {}

    record DocumentRepealed(DocumentId documentId, OrganCode organ, LocalDate repealedOn) implements DocumentEvent {}

    /** @param fact {@code remark:<column>} */
    record DocumentDetailRecorded(DocumentId documentId, OrganCode organ, String fact, String value)
            implements DocumentEvent {}

    /**
     * A fact had been recorded wrongly; both values stay.
     *
     * @param fact identifier of a {@link DocumentFact}, or {@code remark:<column>}
     */
    record DocumentFactCorrected(
            DocumentId documentId,
            OrganCode organ,
            String fact,
            String recorded,
            String corrected,
            @Nullable String reason)
            implements DocumentEvent {}
}
