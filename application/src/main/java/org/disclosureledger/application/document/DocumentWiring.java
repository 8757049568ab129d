package org.disclosureledger.application.document;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.document.Document;
import org.disclosureledger.domain.document.DocumentCommand;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.document.DocumentRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class DocumentWiring {

    public static final String AGGREGATE = "document";

    private final AggregateType<DocumentCommand, DocumentEvent, Document> type;

    DocumentWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                DocumentCommand.class,
                DocumentEvent.class,
                c -> c.documentId().toString(),
                new Document.Unissued(),
                Document::evolve,
                DocumentRules::handle);
        aggregates.register(type);
    }

    public AggregateType<DocumentCommand, DocumentEvent, Document> type() {
        return type;
    }
}
