package org.disclosureledger.domain.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Reconciliation;
import org.disclosureledger.domain.register.RegisterRules;
import org.disclosureledger.domain.register.Severity;

/** One document is one item: issued once, in force from then until it is repealed. */
public final class DocumentRules {

    private DocumentRules() {}

    public static Judgement<DocumentEvent> handle(DocumentCommand command, Document document) {
        return switch (command) {
            case DocumentCommand.RecordDocument c -> record(c, document);
        };
    }

    private static Judgement<DocumentEvent> record(DocumentCommand.RecordDocument c, Document document) {
        Facts known = document.facts();
        Entry entry = c.entry();
        Reconciliation row = Reconciliation.of(known, entry.facts(), DocumentFact::byId);
        Facts merged = known.withAll(entry.facts());
        List<Finding> findings =
                new ArrayList<>(RegisterRules.missingAndImpossible(DocumentFact.values(), known, entry));
        if (!entry.corrections()) {
            findings.addAll(RegisterRules.contradictions(DocumentFact.values(), row.differences()));
        }
        LocalDate issued = merged.findDate(DocumentFact.ISSUED_ON);
        LocalDate repealed = merged.findDate(DocumentFact.REPEALED_ON);
        if (issued != null && repealed != null && repealed.isBefore(issued)) {
            findings.add(DocumentRule.REPEALED_BEFORE_ISSUE.on(DocumentFact.REPEALED_ON));
        }
        boolean faulty = findings.stream().anyMatch(f -> f.severity() == Severity.FAULT);
        return new Judgement<>(faulty ? List.of() : events(c, document, row, entry), findings);
    }

    private static List<DocumentEvent> events(
            DocumentCommand.RecordDocument c, Document document, Reconciliation row, Entry entry) {
        Facts said = row.added();
        List<DocumentEvent> events = new ArrayList<>();
        if (document instanceof Document.Unissued) {
            events.add(new DocumentEvent.DocumentIssued(
                    c.documentId(),
                    c.organ(),
                    DocumentCategory.of(said.text(DocumentFact.CATEGORY)),
                    said.text(DocumentFact.DOCUMENT_NUMBER),
                    said.text(DocumentFact.TITLE),
                    said.date(DocumentFact.ISSUED_ON)));
        }
        LocalDate repealed = said.findDate(DocumentFact.REPEALED_ON);
        if (repealed != null) {
            events.add(new DocumentEvent.DocumentRepealed(c.documentId(), c.organ(), repealed));
        }
        said.values().forEach((fact, value) -> {
            if (fact.startsWith(Facts.REMARK)) {
                events.add(new DocumentEvent.DocumentDetailRecorded(c.documentId(), c.organ(), fact, value));
            }
        });
        row.differences()
                .forEach(d -> events.add(new DocumentEvent.DocumentFactCorrected(
                        c.documentId(), c.organ(), d.fact(), d.recorded(), d.stated(), entry.reason())));
        return events;
    }
}
