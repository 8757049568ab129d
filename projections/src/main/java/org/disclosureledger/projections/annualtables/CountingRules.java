package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Under which measures a case counts, in which years: a pure function of what is known of it. Only legal dates decide.
 * Carried-in and carried-out are stated for each case on its own, never as a difference of other figures.
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
        if (c.openedOn() == null || c.category() == null) {
            return List.of();
        }
        return switch (c.family()) {
            case REQUEST -> request(c, c.openedOn(), c.category());
            case REMEDY -> remedy(c, c.openedOn());
            case DOCUMENT -> document(c, c.openedOn(), c.category());
            case TALLY -> tally(c, c.openedOn(), c.category());
        };
    }

    private static List<Entry> request(CountedCase c, LocalDate receivedOn, String kind) {
        List<Entry> entries = new ArrayList<>();
        int received = receivedOn.getYear();
        entries.add(
                new Entry("request.received", kind, received, received, ONE, null, by(c.openedBy(), c.categoryBy())));
        List<Long> carriedBy = by(c.openedBy(), c.categoryBy(), c.closedBy());
        int decided = Entry.OPEN;
        if (c.closedOn() != null && c.result() != null) {
            decided = c.closedOn().getYear();
            entries.add(new Entry(
                    "request.decided." + c.result(),
                    kind,
                    decided,
                    decided,
                    ONE,
                    null,
                    by(c.categoryBy(), c.closedBy(), c.resultBy())));
        }
        span(entries, "request.carriedOut", kind, received, openUntil(decided), c, carriedBy);
        span(entries, "request.carriedIn", kind, received + 1, decided, c, carriedBy);
        return entries;
    }

    private static List<Entry> remedy(CountedCase c, LocalDate acceptedOn) {
        List<Entry> entries = new ArrayList<>();
        boolean direct = !"true".equals(c.subcategory());
        boolean litigation = "litigation".equals(c.category());
        String measure = litigation
                ? "remedy.litigation." + (direct ? "direct" : "afterReconsideration")
                : "remedy.reconsideration";
        int accepted = acceptedOn.getYear();
        int concluded = Entry.OPEN;
        if (c.closedOn() != null && c.result() != null) {
            concluded = c.closedOn().getYear();
            entries.add(new Entry(
                    measure + "." + c.result(),
                    null,
                    concluded,
                    concluded,
                    ONE,
                    c.relatedCase(),
                    by(c.categoryBy(), c.closedBy(), c.resultBy())));
        }
        List<Long> openBy = by(c.openedBy(), c.categoryBy(), c.closedBy());
        span(entries, measure + ".pending", null, accepted, openUntil(concluded), c, openBy);
        if (litigation && direct && !acceptedOn.isBefore(RECONSIDERATION_FIRST_FROM) && c.relatedCase() != null) {
            span(entries, DIRECT_SUIT, null, accepted, concluded, c, openBy);
        }
        return entries;
    }

    private static List<Entry> document(CountedCase c, LocalDate issuedOn, String category) {
        List<Entry> entries = new ArrayList<>();
        String measure = "document." + category;
        int issued = issuedOn.getYear();
        entries.add(new Entry(measure + ".issued", null, issued, issued, ONE, null, by(c.openedBy(), c.categoryBy())));
        int repealed = Entry.OPEN;
        if (c.closedOn() != null) {
            repealed = c.closedOn().getYear();
            entries.add(new Entry(
                    measure + ".repealed", null, repealed, repealed, ONE, null, by(c.categoryBy(), c.closedBy())));
        }
        span(
                entries,
                measure + ".inForce",
                null,
                issued,
                openUntil(repealed),
                c,
                by(c.openedBy(), c.categoryBy(), c.closedBy()));
        return entries;
    }

    private static List<Entry> tally(CountedCase c, LocalDate year, String item) {
        BigDecimal amount = c.quantity() == null ? BigDecimal.ZERO : c.quantity();
        return List.of(
                new Entry("tally." + item, null, year.getYear(), year.getYear(), amount, null, by(c.openedBy())));
    }

    private static int openUntil(int closedIn) {
        return closedIn == Entry.OPEN ? Entry.OPEN : closedIn - 1;
    }

    private static void span(
            List<Entry> entries,
            String measure,
            @Nullable String breakdown,
            int first,
            int last,
            CountedCase c,
            List<Long> by) {
        if (first <= last) {
            entries.add(new Entry(measure, breakdown, first, last, ONE, c.relatedCase(), by));
        }
    }

    private static List<Long> by(long... numbers) {
        return LongStream.of(numbers)
                .filter(n -> n > 0)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
