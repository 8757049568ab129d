package org.disclosureledger.application.register;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;

/** The four registers as files: their columns in the order in which they are written, and what identifies a row. */
public enum RegisterLayout {
    REQUESTS("requests", "申请台账"),
    REMEDIES("remedies", "复议诉讼台账"),
    DOCUMENTS("documents", "规章和行政规范性文件台账"),
    TALLIES("tallies", "处理决定和收费");

    /** The remark column that the register of requests always has. */
    public static final String REMARK_HEADER = "备注";

    private final String id;
    private final String title;

    RegisterLayout(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public static Optional<RegisterLayout> byId(String id) {
        return Arrays.stream(values()).filter(layout -> layout.id.equals(id)).findFirst();
    }

    /** How addresses name it. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** In header order; a header is the label of its fact. */
    public List<Fact> facts() {
        return switch (this) {
            case REQUESTS -> List.of(RequestFact.values());
            case REMEDIES -> List.of(RemedyFact.values());
            case DOCUMENTS -> List.of(DocumentFact.values());
            case TALLIES -> List.of(TallyFact.values());
        };
    }

    /** What together identifies a row within an organ. */
    public List<Fact> keyFacts() {
        return switch (this) {
            case REQUESTS -> List.of(RequestFact.REGISTRATION_NUMBER);
            case REMEDIES -> List.of(RemedyFact.CASE_NUMBER);
            case DOCUMENTS -> List.of(DocumentFact.DOCUMENT_NUMBER);
            case TALLIES -> List.of(TallyFact.YEAR, TallyFact.ITEM);
        };
    }

    public boolean hasRemarkColumn() {
        return this == REQUESTS;
    }

    /** Whether remarks and further columns may name persons, so that they are kept like personal data. */
    public boolean remarksMayNamePersons() {
        return this == REQUESTS || this == REMEDIES;
    }

    /** Facts whose column a file must have, even if a cell of it is empty. */
    public List<Fact> mandatoryFacts() {
        return facts().stream().filter(Fact::required).toList();
    }
}
