package org.disclosureledger.application.web.entry;

import java.util.List;
import org.disclosureledger.application.registers.ListedText;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.projections.register.RegisterRow;

/** A row of a list: what leads to the case, and the other columns. */
public record ListedRow(String caseId, String number, List<Cell> cells) {

    /** A value under its heading; the kind tells how it is shown. */
    public record Cell(String label, String text, String kind) {}

    static ListedRow of(List<Fact> columns, RegisterRow row) {
        return new ListedRow(
                row.caseId(),
                ListedText.onPage(columns.get(0), row),
                columns.stream().skip(1).map(column -> cell(column, row)).toList());
    }

    private static Cell cell(Fact column, RegisterRow row) {
        return new Cell(column.label(), ListedText.onPage(column, row), kind(column, row));
    }

    private static String kind(Fact column, RegisterRow row) {
        if (column == RequestFact.OUTCOME || column == RemedyFact.RESULT) {
            return ListedText.isOpen(column, row) ? "open" : "closed";
        }
        if (column.type() == FactType.DATE) {
            return "date";
        }
        return column == TallyFact.AMOUNT ? "figure" : "text";
    }
}
