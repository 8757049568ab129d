package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.projections.annualtables.CountedCase.Stated;
import org.jspecify.annotations.Nullable;

/**
 * Under which measures a case counts, in which years: a pure function of what is known of it. Only legal dates decide.
 * Carried-in and carried-out are stated for each case on its own, never as a difference of other figures. What the law
 * leaves open is counted by every choice at once, each entry marked with the choice that it is for; which of them are
 * read is the organ's.
 */
final class CountingRules {

    /**
     * Administrative Reconsideration Law (2023) art. 23(1)(4), in force from this day: refusals under art. 14 to 16 of
     * the Regulation go to reconsideration before a lawsuit.
     */
    static final LocalDate RECONSIDERATION_FIRST_FROM = LocalDate.of(2024, 1, 1);

    static final String DIRECT_SUIT = "notice.directSuit";

    private static final BigDecimal ONE = BigDecimal.ONE;

    private CountingRules() {}

    static List<Entry> entries(CountedCase c) {
        Stated<LocalDate> opened = c.opened();
        Stated<String> category = c.category();
        if (opened == null || category == null) {
            return List.of();
        }
        return switch (c.family()) {
            case REQUEST -> request(c, opened, category);
            case REMEDY -> remedy(c, opened, category);
            case DOCUMENT -> document(c, opened, category);
            case TALLY -> tally(c, opened, category.value());
        };
    }

    private static List<Entry> request(CountedCase c, Stated<LocalDate> receivedOn, Stated<String> kind) {
        Stage first = new Stage(null, c.closed(), c.result());
        if (c.later().isEmpty()) {
            return answered(receivedOn, kind, first);
        }
        Stage latest = c.later().get(c.later().size() - 1);
        return byChoice(Map.of(
                CountingChoice.FIRST_ANSWER, answered(receivedOn, kind, first),
                CountingChoice.LATEST_ANSWER, answered(receivedOn, kind, latest)));
    }

    private static List<Entry> answered(Stated<LocalDate> receivedOn, Stated<String> kind, Stage answer) {
        List<Entry> entries = new ArrayList<>();
        int received = receivedOn.value().getYear();
        int decided = Entry.OPEN;
        Stated<LocalDate> decidedOn = answer.closed();
        Stated<String> outcome = answer.result();
        entries.add(counted("request.received", kind.value(), received, null, by(receivedOn, kind)));
        if (decidedOn != null && outcome != null) {
            decided = decidedOn.value().getYear();
            entries.add(counted(
                    "request.decided." + outcome.value(), kind.value(), decided, null, by(kind, decidedOn, outcome)));
        }
        List<Long> carriedBy = by(receivedOn, kind, decidedOn);
        span(entries, "request.carriedOut", kind.value(), received, openUntil(decided), null, carriedBy);
        span(entries, "request.carriedIn", kind.value(), received + 1, decided, null, carriedBy);
        return entries;
    }

    private static List<Entry> remedy(CountedCase c, Stated<LocalDate> acceptedOn, Stated<String> procedure) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(acceptedOn, c.closed(), c.result()));
        stages.addAll(c.later());
        boolean direct = !"true".equals(c.subcategory());
        boolean litigation = "litigation".equals(procedure.value());
        String measure = litigation
                ? "remedy.litigation." + (direct ? "direct" : "afterReconsideration")
                : "remedy.reconsideration";
        Instances instances = new Instances(measure, procedure, c.relatedCase(), stages);
        List<Entry> entries = new ArrayList<>(
                stages.size() == 1
                        ? instances.eachForItself()
                        : byChoice(Map.of(
                                CountingChoice.ONE_CHAIN, instances.asOneChain(),
                                CountingChoice.EACH_INSTANCE, instances.eachForItself())));
        boolean reconsiderationFirst = !acceptedOn.value().isBefore(RECONSIDERATION_FIRST_FROM);
        if (litigation && direct && reconsiderationFirst && c.relatedCase() != null) {
            entries.addAll(instances.whileInTheTable(DIRECT_SUIT));
        }
        return entries;
    }

    /** What every choice counts counts without a mark; the rest bears the mark of its choice. */
    private static List<Entry> byChoice(Map<CountingChoice, List<Entry>> counted) {
        List<Entry> entries = new ArrayList<>();
        new TreeMap<>(counted)
                .forEach((choice, all) -> all.forEach(entry -> {
                    boolean common = counted.values().stream().allMatch(other -> other.contains(entry));
                    Entry marked = common ? entry : entry.under(AppliedRule.by(choice));
                    if (!entries.contains(marked)) {
                        entries.add(marked);
                    }
                }));
        return entries;
    }

    private static List<Entry> document(CountedCase c, Stated<LocalDate> issuedOn, Stated<String> category) {
        List<Entry> entries = new ArrayList<>();
        String measure = "document." + category.value();
        int issued = issuedOn.value().getYear();
        int repealed = Entry.OPEN;
        Stated<LocalDate> repealedOn = c.closed();
        entries.add(counted(measure + ".issued", null, issued, null, by(issuedOn, category)));
        if (repealedOn != null) {
            repealed = repealedOn.value().getYear();
            entries.add(counted(measure + ".repealed", null, repealed, null, by(category, repealedOn)));
        }
        List<Long> inForceBy = by(issuedOn, category, repealedOn);
        span(entries, measure + ".inForce", null, issued, openUntil(repealed), null, inForceBy);
        return entries;
    }

    private static List<Entry> tally(CountedCase c, Stated<LocalDate> year, String item) {
        BigDecimal amount = c.quantity() == null ? BigDecimal.ZERO : c.quantity();
        int of = year.value().getYear();
        return List.of(new Entry("tally." + item, null, of, of, amount, null, by(year)));
    }

    static Entry counted(
            String measure, @Nullable String breakdown, int year, @Nullable String relatedCase, List<Long> by) {
        return new Entry(measure, breakdown, year, year, ONE, relatedCase, by);
    }

    static int openUntil(int closedIn) {
        return closedIn == Entry.OPEN ? Entry.OPEN : closedIn - 1;
    }

    static void span(
            List<Entry> entries,
            String measure,
            @Nullable String breakdown,
            int first,
            int last,
            @Nullable String relatedCase,
            List<Long> by) {
        if (first <= last) {
            entries.add(new Entry(measure, breakdown, first, last, ONE, relatedCase, by));
        }
    }

    static List<Long> by(@Nullable Stated<?>... facts) {
        List<Long> numbers = new ArrayList<>(facts.length);
        for (Stated<?> fact : facts) {
            if (fact != null && !numbers.contains(fact.by())) {
                numbers.add(fact.by());
            }
        }
        numbers.sort(null);
        return List.copyOf(numbers);
    }
}
