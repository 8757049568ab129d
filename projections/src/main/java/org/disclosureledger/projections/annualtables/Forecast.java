package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;

/**
 * What events that are not recorded yet would do to the tables of some years of one organ: the entries of each case are
 * derived with and without them by the rules that count recorded ones. Reads rows and keeps sums; writes nothing.
 */
public final class Forecast {

    private final AnnualTablesStore store;
    private final AnnualTablesQuery query;
    private final String organ;
    private final ReadPoint at;
    private final Map<Integer, Year> years = new TreeMap<>();

    private static final class Year {

        private final Set<String> chosen = new HashSet<>();
        private final Map<Measured, Amount> changes = new HashMap<>();
    }

    private record Measured(String measure, @Nullable String breakdown) {}

    private record Amount(long cases, BigDecimal quantity) {

        Amount plus(long more, BigDecimal moreQuantity) {
            return new Amount(cases + more, quantity.add(moreQuantity));
        }
    }

    /**
     * A figure that would change.
     *
     * @param before as counted now, null when nothing was reported
     */
    public record Change(
            int year,
            CellId cell,
            String label,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    Forecast(AnnualTablesStore store, AnnualTablesQuery query, String organ, Collection<Integer> years, ReadPoint at) {
        this.store = store;
        this.query = query;
        this.organ = organ;
        this.at = at;
        for (int year : years) {
            Year one = new Year();
            query.rules(organ, year, at).forEach(rule -> one.chosen.add(rule.mark()));
            this.years.put(year, one);
        }
    }

    /** @param events of whole cases: what comes later says nothing more of any of them */
    public void add(List<? extends DomainEvent> events) {
        Map<String, CountedCase> blanks = new LinkedHashMap<>();
        Map<String, List<DomainEvent>> byCase = new LinkedHashMap<>();
        for (DomainEvent event : events) {
            CountedCase blank = CountedCase.blankFor(event);
            if (blank != null) {
                blanks.putIfAbsent(blank.caseId(), blank);
                byCase.computeIfAbsent(blank.caseId(), id -> new ArrayList<>()).add(event);
            }
        }
        Map<String, CountedCase> known = store.cases(blanks.keySet());
        blanks.forEach((caseId, blank) -> {
            CountedCase told = known.get(caseId);
            List<Entry> before = told == null ? List.of() : CountingRules.entries(told);
            CountedCase next = told == null ? blank : told;
            long number = next.readUpTo();
            for (DomainEvent event : Objects.requireNonNull(byCase.get(caseId))) {
                next.apply(new RecordedEvent(++number, java.time.Instant.EPOCH, event));
            }
            count(before, -1);
            count(CountingRules.entries(next), 1);
        });
    }

    private void count(List<Entry> entries, int sign) {
        for (Entry entry : entries) {
            years.forEach((year, one) -> {
                String under = entry.under();
                boolean counts = entry.firstYear() <= year
                        && year <= entry.lastYear()
                        && (under == null || one.chosen.contains(under));
                if (counts) {
                    BigDecimal quantity = sign < 0 ? entry.quantity().negate() : entry.quantity();
                    one.changes.merge(
                            new Measured(entry.measure(), entry.breakdown()),
                            new Amount(sign, quantity),
                            (a, b) -> a.plus(b.cases(), b.quantity()));
                }
            });
        }
    }

    /** The figures that would change, by year and in the order of the form. */
    public List<Change> changes() {
        List<Change> all = new ArrayList<>();
        years.forEach((year, one) -> {
            one.changes
                    .values()
                    .removeIf(amount -> amount.cases() == 0 && amount.quantity().signum() == 0);
            var form = StatutoryForms.forYear(year).orElse(null);
            if (!one.changes.isEmpty() && form != null) {
                List<MeasuredSum> now = store.sums(organ, year, at.number(), query.rules(organ, year, at));
                Figures before = FormFigures.of(form, now);
                Figures after = FormFigures.of(form, with(now, one.changes));
                for (CellId cell : form.cells().keySet()) {
                    if (!same(before.find(cell), after.find(cell))) {
                        all.add(new Change(year, cell, form.describe(cell), before.find(cell), after.find(cell)));
                    }
                }
            }
        });
        return all;
    }

    private static List<MeasuredSum> with(List<MeasuredSum> now, Map<Measured, Amount> changes) {
        Map<Measured, Amount> sums = new LinkedHashMap<>();
        now.forEach(s -> sums.put(new Measured(s.measure(), s.breakdown()), new Amount(s.cases(), s.quantity())));
        changes.forEach((measured, amount) -> sums.merge(measured, amount, (a, b) -> a.plus(b.cases(), b.quantity())));
        Set<MeasuredSum> counted = new LinkedHashSet<>();
        sums.forEach((measured, amount) -> {
            if (amount.cases() > 0) {
                counted.add(
                        new MeasuredSum(measured.measure(), measured.breakdown(), amount.cases(), amount.quantity()));
            }
        });
        return List.copyOf(counted);
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null || b == null) ? (a == null && b == null) : a.compareTo(b) == 0;
    }
}
