package org.disclosureledger.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.junit.jupiter.api.Test;

class DocumentRulesTest {

    private static final DocumentId D1 = new DocumentId(new UUID(3, 1));
    private static final OrganCode TOWN = new OrganCode("town");

    private static Facts notice() {
        return Facts.none()
                .with(DocumentFact.CATEGORY, "normativeDocument")
                .with(DocumentFact.DOCUMENT_NUMBER, "清政发〔2024〕1号")
                .with(DocumentFact.TITLE, "关于某项工作的通知")
                .with(DocumentFact.ISSUED_ON, "2024-05-06");
    }

    private static Judgement<DocumentEvent> judge(Document document, Facts facts, boolean corrections) {
        Entry entry = new Entry(facts, corrections, null, LocalDate.of(2025, 1, 31), Entry.Source.IMPORTED);
        return DocumentRules.handle(new DocumentCommand.RecordDocument(D1, TOWN, entry), document);
    }

    private static Document issued() {
        return new Document.Unissued()
                .evolve(judge(new Document.Unissued(), notice(), false).events().get(0));
    }

    @Test
    void issueAndRepealAreTwoEvents() {
        Facts repealed = notice().with(DocumentFact.REPEALED_ON, "2024-12-01").with("remark:备注", "到期失效");

        assertThat(judge(new Document.Unissued(), repealed, false).events())
                .containsExactly(
                        new DocumentEvent.DocumentIssued(
                                D1,
                                TOWN,
                                DocumentCategory.NORMATIVE_DOCUMENT,
                                "清政发〔2024〕1号",
                                "关于某项工作的通知",
                                LocalDate.of(2024, 5, 6)),
                        new DocumentEvent.DocumentRepealed(D1, TOWN, LocalDate.of(2024, 12, 1)),
                        new DocumentEvent.DocumentDetailRecorded(D1, TOWN, "remark:备注", "到期失效"));
    }

    @Test
    void repealBeforeIssueIsRefused() {
        assertThat(judge(new Document.Unissued(), notice().with(DocumentFact.REPEALED_ON, "2024-05-05"), false)
                        .findings())
                .extracting(f -> f.rule())
                .containsExactly("REPEALED_BEFORE_ISSUE");
    }

    @Test
    void sameNumberWithAnotherTitleIsRefusedOrCorrected() {
        Facts other = notice().with(DocumentFact.TITLE, "关于另一项工作的通知");

        assertThat(judge(issued(), other, false).faulty()).isTrue();
        assertThat(judge(issued(), other, true).events())
                .containsExactly(
                        new DocumentEvent.DocumentFactCorrected(D1, TOWN, "title", "关于某项工作的通知", "关于另一项工作的通知", null));
    }

    @Test
    void repealThatBecomesKnownLaterIsAdded() {
        assertThat(judge(issued(), notice().with(DocumentFact.REPEALED_ON, "2024-12-01"), false)
                        .events())
                .containsExactly(new DocumentEvent.DocumentRepealed(D1, TOWN, LocalDate.of(2024, 12, 1)));
        assertThat(judge(issued(), notice(), false).events()).isEmpty();
    }
}
