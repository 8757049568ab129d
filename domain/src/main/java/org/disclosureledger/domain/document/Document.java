package org.disclosureledger.domain.document;

import org.disclosureledger.domain.register.Facts;

/** A rule or normative document as its rules see it. */
public sealed interface Document {

    record Unissued() implements Document {}

    record Issued(Facts facts) implements Document {}

    default Facts facts() {
        return switch (this) {
            case Unissued ignored -> Facts.none();
            case Issued i -> i.facts();
        };
    }

    default Document evolve(DocumentEvent event) {
        Facts known = facts();
        return new Issued(
                switch (event) {
                    case DocumentEvent.DocumentIssued e ->
                        known.with(DocumentFact.CATEGORY, e.category().id())
                                .with(DocumentFact.DOCUMENT_NUMBER, e.documentNumber())
                                .with(DocumentFact.TITLE, e.title())
                                .with(DocumentFact.ISSUED_ON, e.issuedOn());
                    case DocumentEvent.DocumentRepealed e -> known.with(DocumentFact.REPEALED_ON, e.repealedOn());
                    case DocumentEvent.DocumentDetailRecorded e -> known.with(e.fact(), e.value());
                    case DocumentEvent.DocumentFactCorrected e -> known.with(e.fact(), e.corrected());
                });
    }
}
