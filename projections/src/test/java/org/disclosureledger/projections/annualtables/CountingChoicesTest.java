package org.disclosureledger.projections.annualtables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.projections.History;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.TestDatabase;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.CellSource;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.organ.OrganRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the law leaves open, counted by every choice: year by year, and before and after the choice was made. */
class CountingChoicesTest {

    private static final StatutoryForm FORM = StatutoryForms.forYear(2024).orElseThrow();
    private static final OrganRow TOWN = new OrganRow("town", "清河镇人民政府", null);

    private final AnnualTablesStore store = new AnnualTablesStore(TestDatabase.template());
    private final AnnualTablesProjector projector = new AnnualTablesProjector(store);
    private final AnnualTablesQuery query =
            new AnnualTablesQuery(store, new Positions(JdbcClient.create(TestDatabase.template())));
    private final History history = new History();
    private int projected;

    @BeforeEach
    void clear() {
        projector.reset();
    }

    private AnnualTables tables(int year, long upTo) {
        projector.project(history.events().subList(projected, history.events().size()));
        projected = history.events().size();
        return query.tables(TOWN, year, FORM, new ReadPoint(null, upTo));
    }

    private Map<String, String> figures(int year, long upTo) {
        Map<String, String> figures = new TreeMap<>();
        tables(year, upTo).figures().values().forEach((cell, value) -> {
            if (value.signum() != 0) {
                figures.put(cell.toString().replaceFirst("^(reconsideration|litigation)/", ""), value.toPlainString());
            }
        });
        return figures;
    }

    private Map<String, String> figures(int year) {
        return figures(year, history.events().size());
    }

    /** The tables, the same counted from the events in memory, and the cases behind every figure that is not 0. */
    private void assertConsistent(int firstYear, int lastYear) {
        long upTo = history.events().size();
        TablesOfEvents reference = new TablesOfEvents();
        history.events().forEach(reference::apply);
        TablesOfEvents.Counted counted = reference.count(firstYear, lastYear);
        for (int year = firstYear; year <= lastYear; year++) {
            AnnualTables tables = tables(year, upTo);
            assertThat(tables.figures()).as("%d", year).isEqualTo(counted.figures("town", year, FORM));
            assertThat(query.figuresOfAll(firstYear, lastYear, new ReadPoint(null, upTo))
                            .figures("town", year, FORM))
                    .as("%d, read at once", year)
                    .isEqualTo(tables.figures());
            assertThat(tables.rules()).isEqualTo(counted.rules("town", year));
            for (Map.Entry<CellId, CellSource> cell : FORM.cells().entrySet()) {
                BigDecimal figure = tables.figures().find(cell.getKey());
                boolean empty = figure == null || figure.signum() == 0;
                if (!empty || cell.getKey().table().equals("litigation")) {
                    List<CellCase> cases = query.cases("town", year, FORM, cell.getKey(), new ReadPoint(null, upTo))
                            .orElseThrow();
                    assertThat(figure)
                            .as("%d %s", year, cell.getKey())
                            .isEqualByComparingTo(BigDecimal.valueOf(cases.size()));
                }
            }
        }
        assertThat(query.firstYears(new ReadPoint(null, upTo))).isEqualTo(counted.firstYears());
    }

    @Test
    void rulesThatAreUsedAreNamed() {
        history.chose(CountingChoice.EACH_INSTANCE, 2025);

        assertThat(tables(2024, 1).rules()).extracting(AppliedRule::words).containsExactly("一案一件（第1版）", "以首次答复为准（第1版）");
        assertThat(tables(2025, 1).rules())
                .extracting(AppliedRule::words)
                .containsExactly("一审级一件（第1版）", "以首次答复为准（第1版）");
    }

    @Nested
    class InstancesOfARemedy {

        private void throughTwoInstances() {
            history.accepted(1, Procedure.LITIGATION, true, null, "2023-05-08")
                    .concluded(1, RemedyResult.UPHELD, "2023-12-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2023-12-28")
                    .ended(1, RemedyResult.CORRECTED, "2025-03-10");
        }

        @Test
        void oneChainIsPendingAtEachYearsEndWhileAnInstanceIsOpen() {
            throughTwoInstances();

            assertThat(figures(2022)).isEmpty();
            assertThat(figures(2023))
                    .isEqualTo(Map.of("afterReconsideration/pending", "1", "afterReconsideration/total", "1"));
            assertThat(figures(2024)).isEqualTo(figures(2023));
            assertThat(figures(2025))
                    .isEqualTo(Map.of("afterReconsideration/corrected", "1", "afterReconsideration/total", "1"));
            assertThat(figures(2026)).isEmpty();
            assertConsistent(2021, 2027);
        }

        @Test
        void eachInstanceIsACaseOfItsOwn() {
            throughTwoInstances();
            history.chose(CountingChoice.EACH_INSTANCE, 2021);

            assertThat(figures(2023))
                    .isEqualTo(Map.of(
                            "afterReconsideration/upheld", "1",
                            "afterReconsideration/pending", "1",
                            "afterReconsideration/total", "2"));
            assertThat(figures(2024))
                    .isEqualTo(Map.of("afterReconsideration/pending", "1", "afterReconsideration/total", "1"));
            assertThat(figures(2025))
                    .isEqualTo(Map.of("afterReconsideration/corrected", "1", "afterReconsideration/total", "1"));
            assertThat(figures(2026)).isEmpty();
            assertConsistent(2021, 2027);
        }

        @Test
        void bothRulingsOfOneYearAreOneOrTwo() {
            history.accepted(1, Procedure.LITIGATION, false, null, "2024-01-08")
                    .concluded(1, RemedyResult.UPHELD, "2024-04-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2024-04-28")
                    .ended(1, RemedyResult.UPHELD, "2024-09-10")
                    .chose(CountingChoice.EACH_INSTANCE, 2024);

            assertThat(figures(2024, 4)).isEqualTo(Map.of("direct/upheld", "1", "direct/total", "1"));
            assertThat(figures(2024, 5)).isEqualTo(Map.of("direct/upheld", "2", "direct/total", "2"));
            assertConsistent(2023, 2025);
        }

        @Test
        void laterRetrialLeavesTheEarlierYearAsItWas() {
            history.accepted(1, Procedure.LITIGATION, false, null, "2023-01-08")
                    .concluded(1, RemedyResult.UPHELD, "2023-04-20");
            Map<String, String> before = figures(2023);
            history.appealed(1, Instance.RETRIAL, "2025-02-28").ended(1, RemedyResult.CORRECTED, "2025-09-10");

            assertThat(figures(2023)).isEqualTo(before).isEqualTo(Map.of("direct/upheld", "1", "direct/total", "1"));
            assertThat(figures(2024)).isEmpty();
            assertThat(figures(2025)).isEqualTo(Map.of("direct/corrected", "1", "direct/total", "1"));
            assertConsistent(2021, 2027);
        }

        @Test
        void threeInstancesAndOneOpenStill() {
            history.accepted(1, Procedure.LITIGATION, false, null, "2023-01-08")
                    .concluded(1, RemedyResult.UPHELD, "2023-04-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2023-04-28")
                    .ended(1, RemedyResult.OTHER, "2023-11-20")
                    .appealed(1, Instance.REMAND, "2023-11-21")
                    .ended(1, RemedyResult.CORRECTED, "2024-05-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2024-05-28")
                    .chose(CountingChoice.EACH_INSTANCE, 2024);

            assertThat(figures(2023)).isEqualTo(Map.of("direct/pending", "1", "direct/total", "1"));
            assertThat(figures(2024))
                    .isEqualTo(Map.of("direct/corrected", "1", "direct/pending", "1", "direct/total", "2"));
            assertThat(figures(2030)).isEqualTo(Map.of("direct/pending", "1", "direct/total", "1"));
            assertConsistent(2021, 2027);
        }

        @Test
        void correctedRulingMovesTheChain() {
            throughTwoInstances();
            history.correctedRemedy(1, "concludedOn", "2025-03-10", "2024-12-31")
                    .correctedRemedy(1, "result", "corrected", "other");

            assertThat(figures(2024))
                    .isEqualTo(Map.of("afterReconsideration/other", "1", "afterReconsideration/total", "1"));
            assertThat(figures(2025)).isEmpty();
            assertThat(figures(2024, 4)).containsEntry("afterReconsideration/pending", "1");
            assertConsistent(2021, 2027);
        }

        @Test
        void correctionWhileTheAppealIsOpenMeansTheFirstRuling() {
            history.accepted(1, Procedure.LITIGATION, false, null, "2023-05-08")
                    .concluded(1, RemedyResult.UPHELD, "2023-12-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2024-01-04")
                    .correctedRemedy(1, "result", "upheld", "other");

            assertThat(figures(2023)).isEqualTo(Map.of("direct/other", "1", "direct/total", "1"));
            assertThat(figures(2024)).isEqualTo(Map.of("direct/pending", "1", "direct/total", "1"));
            assertConsistent(2021, 2027);
        }

        @Test
        void suitThatReconsiderationShouldPrecedeIsOneNotice() {
            history.received(1, ApplicantKind.NATURAL_PERSON, "2024-03-05")
                    .decided(1, Outcome.REFUSED_INTERNAL_AFFAIRS, "2024-03-20")
                    .accepted(1, Procedure.LITIGATION, false, 1, "2024-05-06")
                    .concluded(1, RemedyResult.UPHELD, "2024-07-06")
                    .appealed(1, Instance.SECOND_INSTANCE, "2024-07-16")
                    .ended(1, RemedyResult.UPHELD, "2024-10-06")
                    .chose(CountingChoice.EACH_INSTANCE, 2021);

            assertThat(tables(2024, 7).checks())
                    .filteredOn(check -> !check.holds())
                    .singleElement()
                    .satisfies(check -> {
                        assertThat(check.id()).isEqualTo("litigation.reconsiderationFirst");
                        assertThat(check.found()).isEqualTo("1");
                    });
        }
    }

    @Nested
    class AnotherAnswer {

        private void answeredTwice() {
            history.received(1, ApplicantKind.NATURAL_PERSON, "2023-11-06")
                    .decided(1, Outcome.REFUSED_INTERNAL_AFFAIRS, "2023-12-04")
                    .reopened(1, "2024-06-03")
                    .decidedAnew(1, Outcome.GRANTED, "2025-01-08");
        }

        @Test
        void firstAnswerChangesNothingLater() {
            history.received(1, ApplicantKind.NATURAL_PERSON, "2023-11-06")
                    .decided(1, Outcome.REFUSED_INTERNAL_AFFAIRS, "2023-12-04");
            List<Map<String, String>> before = List.of(figures(2023), figures(2024), figures(2025));
            history.reopened(1, "2024-06-03").decidedAnew(1, Outcome.GRANTED, "2025-01-08");

            assertThat(List.of(figures(2023), figures(2024), figures(2025))).isEqualTo(before);
            assertThat(figures(2023)).containsEntry("requests/refused.internalAffairs/total", "1");
            assertConsistent(2021, 2027);
        }

        @Test
        void latestAnswerIsTheOnlyOneThatCounts() {
            answeredTwice();
            history.chose(CountingChoice.LATEST_ANSWER, 2021);

            assertThat(figures(2023).keySet())
                    .containsExactly(
                            "requests/carriedOut/naturalPerson",
                            "requests/carriedOut/total",
                            "requests/newReceived/naturalPerson",
                            "requests/newReceived/total");
            assertThat(figures(2024).keySet())
                    .containsExactly(
                            "requests/carriedIn/naturalPerson",
                            "requests/carriedIn/total",
                            "requests/carriedOut/naturalPerson",
                            "requests/carriedOut/total");
            assertThat(figures(2025).keySet())
                    .containsExactly(
                            "requests/carriedIn/naturalPerson",
                            "requests/carriedIn/total",
                            "requests/granted/naturalPerson",
                            "requests/granted/total",
                            "requests/total/naturalPerson",
                            "requests/total/total");
            assertConsistent(2021, 2027);
            for (int year = 2023; year <= 2025; year++) {
                assertThat(tables(year, 5).checks()).allMatch(TableCheck::holds);
            }
        }

        @Test
        void reopeningAloneChangesNothing() {
            history.received(1, ApplicantKind.NATURAL_PERSON, "2023-11-06")
                    .decided(1, Outcome.REFUSED_INTERNAL_AFFAIRS, "2023-12-04")
                    .reopened(1, "2024-06-03")
                    .chose(CountingChoice.LATEST_ANSWER, 2021);

            assertThat(figures(2023)).containsEntry("requests/refused.internalAffairs/total", "1");
            assertThat(figures(2024)).isEmpty();
        }

        @Test
        void changeOfChoiceShowsInTheCarryOver() {
            answeredTwice();
            history.chose(CountingChoice.LATEST_ANSWER, 2025);

            assertThat(figures(2024)).isEmpty();
            assertThat(figures(2025)).containsEntry("requests/carriedIn/total", "1");
            assertThat(tables(2025, 5).checks())
                    .filteredOn(check -> !check.holds())
                    .extracting(TableCheck::id)
                    .containsOnly("requests.carryOver");
        }
    }

    @Nested
    class Choosing {

        @Test
        void choiceIsKnownFromItsEventOn() {
            history.accepted(1, Procedure.LITIGATION, false, null, "2024-01-08")
                    .concluded(1, RemedyResult.UPHELD, "2024-04-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2024-04-28")
                    .ended(1, RemedyResult.CORRECTED, "2024-09-10")
                    .chose(CountingChoice.EACH_INSTANCE, 2024)
                    .chose(CountingChoice.ONE_CHAIN, 2024);
            Map<String, String> once = Map.of("direct/corrected", "1", "direct/total", "1");

            assertThat(figures(2024, 4)).isEqualTo(once);
            assertThat(figures(2024, 5))
                    .isEqualTo(Map.of("direct/upheld", "1", "direct/corrected", "1", "direct/total", "2"));
            assertThat(figures(2024, 6)).isEqualTo(once);
        }

        @Test
        void lastChoiceForTheYearOrAnEarlierOneHolds() {
            history.chose(CountingChoice.EACH_INSTANCE, 2023)
                    .chose(CountingChoice.ONE_CHAIN, 2025)
                    .chose(CountingChoice.EACH_INSTANCE, 2024);

            assertThat(chosen(2022, 3)).isEqualTo(CountingChoice.ONE_CHAIN);
            assertThat(chosen(2023, 3)).isEqualTo(CountingChoice.EACH_INSTANCE);
            assertThat(chosen(2025, 2)).isEqualTo(CountingChoice.ONE_CHAIN);
            assertThat(chosen(2025, 3)).isEqualTo(CountingChoice.EACH_INSTANCE);
        }

        private CountingChoice chosen(int year, long upTo) {
            return tables(year, upTo).rules().get(0).choice();
        }

        @Test
        void choiceBeforeTheCasesCountsThemToo() {
            history.chose(CountingChoice.EACH_INSTANCE, 2024)
                    .accepted(1, Procedure.LITIGATION, false, null, "2024-01-08")
                    .concluded(1, RemedyResult.UPHELD, "2024-04-20")
                    .appealed(1, Instance.SECOND_INSTANCE, "2024-04-28");

            assertThat(figures(2024))
                    .isEqualTo(Map.of("direct/upheld", "1", "direct/pending", "1", "direct/total", "2"));
        }
    }

    /** Whatever happens in whatever order of years, and whatever is chosen. */
    @Test
    void everyWayOfCountingAddsUp() {
        Random random = new Random(20_261_125);
        for (int number = 1; number <= 60; number++) {
            LocalDate day = LocalDate.of(2021 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
            history.accepted(number, Procedure.LITIGATION, random.nextBoolean(), null, day.toString());
            int instances = random.nextInt(4);
            for (int i = 0; i <= instances; i++) {
                day = day.plusDays(random.nextInt(300));
                RemedyResult result = any(RemedyResult.values(), random);
                if (i == 0) {
                    history.concluded(number, result, day.toString());
                } else {
                    history.appealed(number, any(Instance.values(), random), day.toString());
                    day = day.plusDays(random.nextInt(300));
                    if (i < instances || random.nextBoolean()) {
                        history.ended(number, result, day.toString());
                    }
                }
            }
            LocalDate received = LocalDate.of(2021 + random.nextInt(4), 1 + random.nextInt(12), 1);
            history.received(number, any(ApplicantKind.values(), random), received.toString());
            for (int answer = random.nextInt(4); answer > 0; answer--) {
                received = received.plusDays(random.nextInt(300));
                Outcome outcome = any(Outcome.values(), random);
                if (answer == 3) {
                    history.decided(number, outcome, received.toString());
                } else {
                    history.decidedAnew(number, outcome, received.toString());
                }
            }
        }
        assertConsistent(2021, 2029);
        for (int year = 2021; year <= 2029; year++) {
            assertThat(tables(year, history.events().size()).figures().find("litigation", "direct", "total"))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(60));
        }
        history.chose(CountingChoice.EACH_INSTANCE, 2022).chose(CountingChoice.LATEST_ANSWER, 2023);
        assertConsistent(2021, 2029);
        for (int year = 2021; year <= 2029; year++) {
            assertThat(tables(year, history.events().size()).checks())
                    .filteredOn(check -> !check.holds())
                    .extracting(TableCheck::id)
                    .allMatch(id -> id.equals("requests.carryOver"));
        }
    }

    private static <T> T any(T[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
