package org.disclosureledger.application.statistics;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.projections.annualtables.CellCase;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/**
 * How a cell differs between two points of the ledger: in its figure, or in the cases that make the same figure.
 *
 * @param label the cell in the words of the form
 * @param before the earlier figure, null when nothing was filled in
 * @param after the later figure
 * @param entered cases that count later and did not before, or count with another quantity
 * @param left cases that counted before and do not later, or counted with another quantity
 */
public record CellDifference(
        CellId cell,
        String label,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        List<CellCase> entered,
        List<CellCase> left) {

    /** A case and how much of it counts: what makes a figure. */
    private record Counted(String caseId, BigDecimal quantity) {

        static Counted of(CellCase counted) {
            return new Counted(counted.caseId(), counted.quantity().stripTrailingZeros());
        }
    }

    static CellDifference of(
            CellId cell,
            String label,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            List<CellCase> casesBefore,
            List<CellCase> casesAfter) {
        return new CellDifference(
                cell, label, before, after, without(casesAfter, casesBefore), without(casesBefore, casesAfter));
    }

    private static List<CellCase> without(List<CellCase> cases, List<CellCase> others) {
        Set<Counted> known = others.stream().map(Counted::of).collect(Collectors.toCollection(HashSet::new));
        return cases.stream().filter(c -> !known.contains(Counted.of(c))).toList();
    }

    boolean isNone() {
        boolean same =
                (before == null || after == null) ? (before == null && after == null) : before.compareTo(after) == 0;
        return same && entered.isEmpty() && left.isEmpty();
    }
}
