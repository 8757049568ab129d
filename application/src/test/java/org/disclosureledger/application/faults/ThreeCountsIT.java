package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.application.faults.ThreeCounts.differences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.faults.ThreeCounts.Place;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.reference.ReferenceSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** An error in the tables that are kept, in a replay, or in the reference is found by comparing the three. */
@TestInstance(Lifecycle.PER_CLASS)
class ThreeCountsIT {

    /** Errors need company to be sure to show. */
    private static final int EVENTS_WITH_ERRORS = 2_000;

    private static final int POINTS_WITH_ERRORS = 6;

    /** A seldom error may be without effect in a history. */
    private static final int ATTEMPTS = 40;

    private static final ReferenceSql RIGHT = ReferenceSql.shipped();

    private final long seed = FaultSize.seed("three counts");

    @TempDir
    static Path directory;

    private ThreeCounts counts;

    @BeforeAll
    void start() throws Exception {
        counts = ThreeCounts.start(directory);
    }

    @AfterAll
    void stop() throws Exception {
        counts.close();
    }

    private List<Long> history(long which, int events, int instants) {
        Random random = new Random(which);
        counts.grow(new RandomOffices(random.nextLong()), events, random);
        counts.replay(random, event -> true);
        return counts.points(instants, random);
    }

    @Test
    void historiesHaveEverythingThatIsCounted() {
        Set<String> unseen = new TreeSet<>(counted());
        unseen.addAll(List.of(
                "remedy.instances:oneChain/1",
                "remedy.instances:eachInstance/1",
                "request.reanswer:firstAnswer/1",
                "request.reanswer:latestAnswer/1",
                "over several years"));
        for (int i = 0; i < ATTEMPTS && !unseen.isEmpty(); i++) {
            history(seed + i, EVENTS_WITH_ERRORS, POINTS_WITH_ERRORS);
            counts.events().forEach(event -> unseen.remove(event.row().type()));
            counts.live().queryForList("""
                            select distinct coalesce(under, 'over several years') from annual_entry
                            where under is not null or last_year > first_year and last_year < 9999
                            """, String.class).forEach(unseen::remove);
        }
        assertThat(unseen).isEmpty();
    }

    private static Set<String> counted() {
        return Set.of(
                "CountingRuleChosen",
                "RequestReceived",
                "RequestDecided",
                "RequestDecidedAnew",
                "RequestFactCorrected",
                "RemedyAccepted",
                "RemedyConcluded",
                "RemedyAppealed",
                "RemedyAppealConcluded",
                "RemedyDetailRecorded",
                "RemedyFactCorrected",
                "DocumentIssued",
                "DocumentRepealed",
                "DocumentFactCorrected",
                "TallyReported");
    }

    /** A further revision needs a further way to be read in the reference, too. */
    @Test
    void referenceReadsEveryRevisionThereIs() {
        assertThat(counted())
                .allSatisfy(name ->
                        assertThat(EventNames.of(name).revision()).as(name).isOne());
    }

    @Test
    void changedRowOfTheLiveTableIsFound() {
        List<Long> at = history(seed, EVENTS_WITH_ERRORS, POINTS_WITH_ERRORS);
        String row = "(select entry from annual_entry where to_number is null and first_year between 2021 and 2026"
                + " and under is null and measure like '%s' order by md5(entry::text) limit 1)";
        Map<String, String> errors = Map.of(
                "delete from annual_entry where entry = " + row.formatted("request.received"),
                "requests/newReceived/",
                "update annual_entry set breakdown = case breakdown when 'naturalPerson' then 'otherOrganization'"
                        + " else 'naturalPerson' end where entry = " + row.formatted("request.decided.%"),
                "requests/",
                "update annual_entry set measure = replace(measure, 'request.decided.', 'request.decided.not')"
                        + " where entry = " + row.formatted("request.decided.%"),
                "requests/",
                "update annual_entry set last_year = first_year - 1, first_year = first_year - 1 where entry = "
                        + row.formatted("remedy.%.upheld"),
                "upheld",
                "update annual_entry set from_number = from_number + 100000 where entry = "
                        + row.formatted("document.%.issued"),
                "issued",
                "update annual_entry set quantity = quantity + 0.1 where entry = " + row.formatted("tally.fees"),
                "proactive/fees/count",
                "insert into annual_entry (case_id, organ, measure, breakdown, first_year, last_year, quantity, events,"
                        + " from_number, recorded_at) select case_id, organ, measure, breakdown, first_year,"
                        + " last_year, quantity, events, from_number, recorded_at from annual_entry where entry = "
                        + row.formatted("request.carriedOut"),
                "requests/carriedOut/",
                "delete from counting_rule_choice",
                "");
        Map<Place, Figures> rebuilt = counts.rebuilt(at);
        Map<Place, Figures> reference = counts.reference(at, RIGHT);
        errors.forEach((error, cell) -> {
            counts.live().execute("begin");
            assertThat(counts.live().update(error)).as(error).isPositive();
            Map<Place, Figures> kept = counts.kept(at);
            counts.live().execute("rollback");

            assertThat(differences(kept, reference)).as(error).anyMatch(f -> f.contains(cell));
            assertThat(differences(kept, rebuilt)).as(error).anyMatch(f -> f.contains(cell));
        });
        assertThat(differences(counts.kept(at), reference)).isEmpty();
    }

    @Test
    void eventThatAReplayLeavesOutIsFound() {
        List<Long> at = history(seed, EVENTS_WITH_ERRORS, POINTS_WITH_ERRORS);
        Map<Place, Figures> kept = counts.kept(at);
        Map<Place, Figures> reference = counts.reference(at, RIGHT);
        requestsOfTheForm().forEach(left -> {
            counts.replay(new Random(seed), event -> event.number() != left.number());
            Map<Place, Figures> rebuilt = counts.rebuilt(at);

            assertThat(differences(kept, rebuilt)).as(left.toString()).isNotEmpty();
            assertThat(differences(rebuilt, reference)).as(left.toString()).isNotEmpty();
        });
    }

    @Test
    void kindOfEventThatAReplayLeavesOutIsFound() {
        Set<String> unfound = new TreeSet<>(counted());
        for (int i = 0; i < ATTEMPTS && !unfound.isEmpty(); i++) {
            List<Long> at = history(seed + i, EVENTS_WITH_ERRORS, POINTS_WITH_ERRORS);
            Map<Place, Figures> reference = counts.reference(at, RIGHT);
            unfound.removeIf(type -> {
                counts.replay(new Random(seed), event -> !event.row().type().equals(type));
                return !differences(counts.rebuilt(at), reference).isEmpty();
            });
        }
        assertThat(unfound).isEmpty();
    }

    /** Some that surely count in a year of the form: nobody corrected them. */
    private List<StoredEvent> requestsOfTheForm() {
        Set<String> corrected = counts.events().stream()
                .filter(e -> e.event() instanceof RequestEvent.RequestFactCorrected)
                .map(StoredEvent::aggregateId)
                .collect(Collectors.toSet());
        List<StoredEvent> certain = counts.events().stream()
                .filter(e -> !corrected.contains(e.aggregateId()))
                .filter(e -> e.event() instanceof RequestEvent.RequestReceived received
                        && received.receivedOn().getYear() >= ThreeCounts.FIRST_YEAR)
                .limit(5)
                .toList();
        assertThat(certain).hasSize(5);
        return certain;
    }

    /** @param text of a statement, which must be there */
    private record Mistake(String text, String instead) {

        String in(String statement) {
            assertThat(statement).contains(text);
            return statement.replace(text, instead);
        }
    }

    private static List<ReferenceSql> mistaken() {
        List<ReferenceSql> wrong = new ArrayList<>();
        Stream.of(
                        new Mistake("where number <= :upTo", "where :upTo > 0"),
                        new Mistake("kind[cardinality(kind)]", "kind[1]"),
                        new Mistake("received_on[cardinality(received_on)]", "received_on[1]"),
                        new Mistake(" decided_on[cardinality(decided_on)]", " decided_on[1]"),
                        new Mistake(" outcome[cardinality(outcome)]", " outcome[1]"),
                        new Mistake("redecided_on[cardinality(redecided_on)]", "redecided_on[1]"),
                        new Mistake("new_outcome[cardinality(new_outcome)]", "new_outcome[1]"),
                        new Mistake("order by e.organ, y.year, e.number desc", "order by e.organ, y.year, e.number"),
                        new Mistake("where e.told ->> 'rule' = 'request.reanswer'\n", "where true\n"),
                        new Mistake("as int) <= y.year", "as int) < y.year"),
                        new Mistake("'applicantKind', 'receivedOn', 'decidedOn', 'outcome')", "'applicantKind')"),
                        new Mistake("and told ->> 'fact' in", "and told ->> 'fact' not in"),
                        new Mistake("c.choice = 'latestAnswer' and ", ""),
                        new Mistake("c.choice = 'latestAnswer'", "c.choice = 'firstAnswer'"),
                        new Mistake("i.decided >= i.year", "i.decided > i.year"),
                        new Mistake("i.decided > i.year", "i.decided >= i.year"),
                        new Mistake("i.received < i.year", "i.received <= i.year"),
                        new Mistake("where r.counts\n", ""),
                        new Mistake("'RequestDecidedAnew', 'RequestFactCorrected'", "'RequestFactCorrected'"))
                .forEach(m -> wrong.add(new ReferenceSql(m.in(RIGHT.requests()), RIGHT.remedies(), RIGHT.proactive())));
        Stream.of(
                        new Mistake("where number <= :upTo", "where :upTo > 0"),
                        new Mistake("order by number desc", "order by number"),
                        new Mistake("      and e.told ->> 'rule' = 'remedy.instances'\n", ""),
                        new Mistake("in ('concludedOn', 'result') then concluded", "in ('none') then concluded"),
                        new Mistake("when type = 'RemedyDetailRecorded' then told ->> 'value'", ""),
                        new Mistake("filter (where type = 'RemedyAppealConcluded')", ""),
                        new Mistake("where c.choice = 'eachInstance' or s.place = 1\n", ""),
                        new Mistake("c.choice = 'eachInstance' or ", ""),
                        new Mistake("h.column_id <> 'pending', i.instance desc", "i.instance desc"),
                        new Mistake(
                                "h.column_id <> 'pending', i.instance desc", "h.column_id <> 'pending', i.instance"),
                        new Mistake("i.closed > y.year", "i.closed >= y.year"))
                .forEach(m -> wrong.add(new ReferenceSql(RIGHT.requests(), m.in(RIGHT.remedies()), RIGHT.proactive())));
        Stream.of(
                        new Mistake("where number <= :upTo", "where :upTo > 0"),
                        new Mistake("order by number desc", "order by number"),
                        new Mistake("order by aggregate_id, number desc", "order by aggregate_id, number"),
                        new Mistake("a.repealed > y.year", "a.repealed >= y.year"),
                        new Mistake("where a.issued is not null and h.counts\n", "where a.issued is not null\n"),
                        new Mistake("when told ->> 'fact' = 'repealedOn' then told ->> 'corrected' end", "end"))
                .forEach(m -> wrong.add(new ReferenceSql(RIGHT.requests(), RIGHT.remedies(), m.in(RIGHT.proactive()))));
        return wrong;
    }

    @Test
    void mistakeInTheReferenceIsFound() {
        List<ReferenceSql> unfound = new ArrayList<>(mistaken());
        int all = unfound.size();
        for (int i = 0; i < ATTEMPTS && !unfound.isEmpty(); i++) {
            List<Long> at = history(seed + i, EVENTS_WITH_ERRORS, POINTS_WITH_ERRORS);
            Map<Place, Figures> kept = counts.kept(at);
            unfound.removeIf(
                    sql -> !differences(kept, counts.reference(at, sql)).isEmpty());
        }
        System.out.printf("three counts: %d mistakes in the reference, %d not found%n", all, unfound.size());
        assertThat(unfound).isEmpty();
    }
}
