package org.disclosureledger.projections.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.api.Test;

class Form202130Test {

    private static final StatutoryForm FORM = StatutoryForms.forYear(2024).orElseThrow();

    @Test
    void formIsForReportsFrom2021On() {
        assertThat(StatutoryForms.forYear(2020)).isEmpty();
        assertThat(StatutoryForms.forYear(2021)).contains(FORM);
        assertThat(StatutoryForms.byId("2021-30")).contains(FORM);
    }

    @Test
    void everyFigureIsPrintedOnceAndEveryPrintedFigureIsCounted() {
        List<CellId> printed = new ArrayList<>();
        FORM.printed()
                .forEach(t -> t.rows()
                        .forEach(row -> row.forEach(cell -> {
                            if (cell.figure() != null) {
                                printed.add(cell.figure());
                            }
                        })));

        assertThat(printed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(FORM.cells().keySet());
    }

    @Test
    void tableOfRequestsHas28RowsAnd10Columns() {
        PrintedTable requests = FORM.printed().get(1);

        assertThat(requests.rows()).hasSize(28);
        assertThat(requests.widths()).hasSize(10);
        for (PrintedTable table : FORM.printed()) {
            int cells = table.rows().stream()
                    .flatMap(List::stream)
                    .mapToInt(c -> c.rowSpan() * c.columnSpan())
                    .sum();
            assertThat(cells)
                    .as(table.id())
                    .isEqualTo(table.rows().size() * table.widths().size());
        }
    }

    @Test
    void everyResultHasItsRow() {
        for (Outcome outcome : Outcome.values()) {
            assertThat(FORM.cells())
                    .containsEntry(
                            new CellId("requests", outcome.id(), "total"),
                            new CellSource(List.of("request.decided." + outcome.id()), null, false));
        }
    }

    @Test
    void figureIsDescribedByTheLabelsAroundIt() {
        assertThat(FORM.describe(new CellId("requests", "refused.stateSecret", "commercialEnterprise")))
                .isEqualTo("三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密 · 申请人情况 · 法人或其他组织 · 商业企业");
        assertThat(FORM.describe(new CellId("litigation", "direct", "upheld"))).isEqualTo("行政诉讼 · 未经复议直接起诉 · 结果维持");
    }
}
