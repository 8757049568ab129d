package org.disclosureledger.projections.annualtables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.disclosureledger.projections.annualtables.CountedCase.Stated;
import org.jspecify.annotations.Nullable;

/**
 * A remedy with its instances, in the ways in which they can be counted.
 *
 * @param measure of the case, without the result
 * @param stages the instances in their order, each with its beginning
 */
record Instances(
        String measure, Stated<String> procedure, @Nullable String relatedCase, List<Stage> stages) {

    private static final Comparator<Stage> BY_BEGINNING = Comparator.comparing(Instances::beginning);

    /** Each instance as a case of its own. */
    List<Entry> eachForItself() {
        List<Entry> entries = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.isClosed()) {
                entries.add(ruled(stage));
            }
            Stated<LocalDate> opened = stage.opened();
            if (opened != null) {
                span(entries, ".pending", opened.value().getYear(), CountingRules.openUntil(closedIn(stage)), stage);
            }
        }
        return entries;
    }

    /**
     * At most once in each year, by how the case stands at its end: pending while an instance is open, otherwise by the
     * last ruling of the year.
     */
    List<Entry> asOneChain() {
        List<Entry> pending = disjoint(".pending", false);
        TreeMap<Integer, Entry> rulings = new TreeMap<>();
        for (Stage stage : stages) {
            if (stage.isClosed()) {
                rulings.put(closedIn(stage), ruled(stage));
            }
        }
        List<Entry> entries = new ArrayList<>(pending);
        rulings.forEach((year, ruling) -> {
            if (pending.stream().noneMatch(p -> p.firstYear() <= year && year <= p.lastYear())) {
                entries.add(ruling);
            }
        });
        return entries;
    }

    /** The years in which any way of counting finds the case in the table, each once. */
    List<Entry> whileInTheTable(String notice) {
        return new Instances(notice, procedure, relatedCase, stages).disjoint("", true);
    }

    /** The years through which an instance is open, or in which it was ruled upon, no year twice. */
    private List<Entry> disjoint(String suffix, boolean throughTheYearOfTheRuling) {
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        for (Stage stage : stages.stream().sorted(BY_BEGINNING).toList()) {
            Stated<LocalDate> opened = stage.opened();
            int closed = closedIn(stage);
            int last = throughTheYearOfTheRuling ? closed : CountingRules.openUntil(closed);
            if (opened != null) {
                span(entries, suffix, Math.max(from, opened.value().getYear()), last, stage);
                from = Math.max(from, last + 1);
            }
        }
        return entries;
    }

    private void span(List<Entry> entries, String suffix, int first, int last, Stage stage) {
        CountingRules.span(
                entries,
                measure + suffix,
                null,
                first,
                last,
                relatedCase,
                CountingRules.by(stage.opened(), procedure, stage.closed()));
    }

    private Entry ruled(Stage stage) {
        Stated<String> result = stage.result();
        return CountingRules.counted(
                measure + "." + (result == null ? "" : result.value()),
                null,
                closedIn(stage),
                relatedCase,
                CountingRules.by(procedure, stage.closed(), result));
    }

    private static LocalDate beginning(Stage stage) {
        Stated<LocalDate> opened = stage.opened();
        return opened == null ? LocalDate.MIN : opened.value();
    }

    private static int closedIn(Stage stage) {
        Stated<LocalDate> closed = stage.closed();
        return closed == null || !stage.isClosed() ? Entry.OPEN : closed.value().getYear();
    }
}
