package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/**
 * The figures of every organ and year counted from events alone, in memory, by the same rules as the tables that are
 * kept in the database: what they are compared with. Not thread-safe.
 */
public final class TablesOfEvents {

    private final Map<String, CountedCase> cases = new HashMap<>();
    private final Map<String, List<OrganEvent.CountingRuleChosen>> chosen = new HashMap<>();

    private record Place(String organ, int year) {}

    private record Measure(String measure, @Nullable String breakdown) {}

    /** Figures by organ and year. */
    public static final class Counted {

        private final Map<Place, Map<Measure, MeasuredSum>> sums = new HashMap<>();
        private final Map<String, Integer> firstYears = new TreeMap<>();
        private final Map<String, List<OrganEvent.CountingRuleChosen>> chosen;

        private Counted(Map<String, List<OrganEvent.CountingRuleChosen>> chosen) {
            this.chosen = chosen;
        }

        /** The first year with an entry, whatever the organ chose, for every organ that has one. */
        public Map<String, Integer> firstYears() {
            return Map.copyOf(firstYears);
        }

        public Figures figures(String organ, int year, StatutoryForm form) {
            Map<Measure, MeasuredSum> found = sums.getOrDefault(new Place(organ, year), Map.of());
            return FormFigures.of(form, new ArrayList<>(found.values()));
        }

        /** How the year was counted. */
        public List<AppliedRule> rules(String organ, int year) {
            return AppliedRule.of(chosen.getOrDefault(organ, List.of()), year);
        }

        private boolean counts(Entry entry, String organ, int year) {
            return entry.under() == null
                    || rules(organ, year).stream().anyMatch(rule -> rule.mark().equals(entry.under()));
        }

        private void add(String organ, Entry entry, int firstYear, int lastYear) {
            firstYears.merge(organ, entry.firstYear(), Math::min);
            int until = Math.min(entry.lastYear(), lastYear);
            for (int year = Math.max(entry.firstYear(), firstYear); year <= until; year++) {
                if (counts(entry, organ, year)) {
                    sums.computeIfAbsent(new Place(organ, year), p -> new HashMap<>())
                            .merge(
                                    new Measure(entry.measure(), entry.breakdown()),
                                    new MeasuredSum(entry.measure(), entry.breakdown(), 1, entry.quantity()),
                                    Counted::sum);
                }
            }
        }

        private static MeasuredSum sum(MeasuredSum a, MeasuredSum b) {
            BigDecimal quantity = a.quantity().add(b.quantity());
            return new MeasuredSum(a.measure(), a.breakdown(), a.cases() + b.cases(), quantity);
        }
    }

    /** @throws RuntimeException when the event lacks what it must tell */
    public void apply(RecordedEvent event) {
        if (event.event() instanceof OrganEvent.CountingRuleChosen choice) {
            chosen.computeIfAbsent(choice.organ().value(), organ -> new ArrayList<>())
                    .add(choice);
        }
        CountedCase blank = CountedCase.blankFor(event.event());
        if (blank != null) {
            cases.computeIfAbsent(blank.caseId(), id -> blank).apply(event);
        }
    }

    /** Counts the years from one to another. */
    public Counted count(int firstYear, int lastYear) {
        Counted counted = new Counted(chosen);
        for (CountedCase each : cases.values()) {
            List<Entry> entries = CountingRules.entries(each);
            entries.forEach(entry -> counted.add(each.organ(), entry, firstYear, lastYear));
        }
        return counted;
    }
}
