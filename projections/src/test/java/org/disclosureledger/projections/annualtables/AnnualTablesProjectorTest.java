package org.disclosureledger.projections.annualtables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.tally.TallyItem;
import org.disclosureledger.projections.History;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.TestDatabase;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.CellSource;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.organ.OrganRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnnualTablesProjectorTest {

    private static final StatutoryForm FORM = StatutoryForms.forYear(2024).orElseThrow();
    private static final OrganRow TOWN = new OrganRow("town", "清河镇人民政府", null);

    private final AnnualTablesStore store = new AnnualTablesStore(TestDatabase.template());
    private final AnnualTablesProjector projector = new AnnualTablesProjector(store);
    private final AnnualTablesQuery query =
            new AnnualTablesQuery(store, new Positions(JdbcClient.create(TestDatabase.template())));
    private final History history = new History();

    @BeforeEach
    void clear() {
        projector.reset();
    }

    /** Every figure that is not zero, by cell; blank tallies are left out. */
    private Map<String, String> figures(int year, long upTo) {
        Map<String, String> figures = new TreeMap<>();
        query.tables(TOWN, year, FORM, new ReadPoint(null, upTo))
                .figures()
                .values()
                .forEach((cell, value) -> {
                    if (value.signum() != 0) {
                        figures.put(cell.toString(), value.toPlainString());
                    }
                });
        return figures;
    }

    private Map<String, String> figures(int year) {
        return figures(year, history.events().size());
    }

    private void project() {
        projector.project(history.events());
    }

    /** One is written in more than one way, and a table prints what was reported. */
    @Test
    void decimalsOfAnAmountStay() {
        history.reported(TallyItem.FEES, 2024, "1.00").reported(TallyItem.PENALTIES, 2024, "1");
        project();

        assertThat(figures(2024).values()).containsExactlyInAnyOrder("1.00", "1");
    }

    @Test
    void requestCountsInTheYearOfReceiptAndOfTheAnswer() {
        history.received(1, ApplicantKind.NATURAL_PERSON, "2024-03-05").decided(1, Outcome.GRANTED, "2024-03-20");
        project();

        assertThat(figures(2024))
                .isEqualTo(Map.of(
                        "requests/newReceived/naturalPerson", "1",
                        "requests/newReceived/total", "1",
                        "requests/granted/naturalPerson", "1",
                        "requests/granted/total", "1",
                        "requests/total/naturalPerson", "1",
                        "requests/total/total", "1"));
        assertThat(figures(2023)).isEmpty();
        assertThat(figures(2025)).isEmpty();
    }

    @Test
    void answerInALaterYearCarriesTheRequestThroughEveryYearBetween() {
        history.received(1, ApplicantKind.OTHER_ORGANIZATION, "2022-12-30")
                .decided(1, Outcome.UNAVAILABLE_NOT_HELD, "2024-01-02");
        project();

        assertThat(figures(2022).keySet())
                .containsExactly(
                        "requests/carriedOut/otherOrganization",
                        "requests/carriedOut/total",
                        "requests/newReceived/otherOrganization",
                        "requests/newReceived/total");
        assertThat(figures(2023).keySet())
                .containsExactly(
                        "requests/carriedIn/otherOrganization",
                        "requests/carriedIn/total",
                        "requests/carriedOut/otherOrganization",
                        "requests/carriedOut/total");
        assertThat(figures(2024).keySet())
                .containsExactly(
                        "requests/carriedIn/otherOrganization",
                        "requests/carriedIn/total",
                        "requests/total/otherOrganization",
                        "requests/total/total",
                        "requests/unavailable.notHeld/otherOrganization",
                        "requests/unavailable.notHeld/total");
    }

    @Test
    void openRequestIsCarriedOutOfEveryYear() {
        history.received(1, ApplicantKind.NATURAL_PERSON, "2024-12-31");
        project();

        assertThat(figures(2024))
                .containsEntry("requests/carriedOut/total", "1")
                .doesNotContainKey("requests/total/total");
        assertThat(figures(2030))
                .containsEntry("requests/carriedIn/total", "1")
                .containsEntry("requests/carriedOut/total", "1");
    }

    @Test
    void correctionMovesTheCaseAndLeavesTheOldKnowledge() {
        history.received(1, ApplicantKind.NATURAL_PERSON, "2024-03-05")
                .decided(1, Outcome.GRANTED, "2024-03-20")
                .corrected(1, "applicantKind", "naturalPerson", "commercialEnterprise")
                .corrected(1, "outcome", "granted", "partiallyGranted")
                .corrected(1, "receivedOn", "2024-03-05", "2023-12-29");
        project();

        assertThat(figures(2024, 2)).containsEntry("requests/granted/naturalPerson", "1");
        assertThat(figures(2024, 3)).containsEntry("requests/granted/commercialEnterprise", "1");
        assertThat(figures(2024, 4)).containsEntry("requests/partiallyGranted/commercialEnterprise", "1");
        assertThat(figures(2024, 4)).containsEntry("requests/newReceived/total", "1");
        assertThat(figures(2024, 5))
                .containsEntry("requests/carriedIn/total", "1")
                .doesNotContainKey("requests/newReceived/total");
        assertThat(figures(2023, 5)).containsEntry("requests/carriedOut/commercialEnterprise", "1");
    }

    @Test
    void whatOneCommitBeginsAndEndsLeavesNoEntry() {
        history.together()
                .received(1, ApplicantKind.NATURAL_PERSON, "2024-12-05")
                .decided(1, Outcome.GRANTED, "2025-01-20");
        project();

        assertThat(TestDatabase.template().queryForObject("select count(*) from annual_entry", Integer.class))
                .isEqualTo(4);
        assertThat(TestDatabase.template()
                        .queryForObject("select count(*) from annual_entry where to_number is not null", Integer.class))
                .isZero();
    }

    @Test
    void commitThatFallsIntoTwoBatchesLeavesTheSameEntries() {
        history.together()
                .received(1, ApplicantKind.NATURAL_PERSON, "2024-12-05")
                .decided(1, Outcome.GRANTED, "2025-01-20");
        project();
        String inOneBatch = TestDatabase.contents("annual_entry");
        projector.reset();
        for (RecordedEvent event : history.events()) {
            projector.project(List.of(event));
        }

        assertThat(TestDatabase.contents("annual_entry")).isEqualTo(inOneBatch);
    }

    @Test
    void remedyIsConcludedOnceAndPendingUntilThen() {
        history.accepted(1, Procedure.RECONSIDERATION, null, null, "2023-11-06")
                .concluded(1, RemedyResult.CORRECTED, "2024-01-05")
                .accepted(2, Procedure.LITIGATION, false, null, "2024-05-06")
                .accepted(3, Procedure.LITIGATION, true, null, "2024-05-07")
                .concluded(3, RemedyResult.UPHELD, "2024-12-31");
        project();

        assertThat(figures(2023))
                .isEqualTo(Map.of(
                        "reconsideration/reconsideration/pending", "1", "reconsideration/reconsideration/total", "1"));
        assertThat(figures(2024))
                .isEqualTo(Map.of(
                        "reconsideration/reconsideration/corrected", "1",
                        "reconsideration/reconsideration/total", "1",
                        "litigation/direct/pending", "1",
                        "litigation/direct/total", "1",
                        "litigation/afterReconsideration/upheld", "1",
                        "litigation/afterReconsideration/total", "1"));
    }

    @Test
    void documentIsInForceFromIssueToRepeal() {
        history.issued(1, "2020-06-01")
                .issued(2, "2024-02-01")
                .issued(3, "2024-02-02")
                .repealed(1, "2024-07-01")
                .repealed(3, "2024-08-01");
        project();

        assertThat(figures(2023)).isEqualTo(Map.of("proactive/normativeDocuments/inForce", "1"));
        assertThat(figures(2024))
                .isEqualTo(Map.of(
                        "proactive/normativeDocuments/issued", "2",
                        "proactive/normativeDocuments/repealed", "2",
                        "proactive/normativeDocuments/inForce", "1"));
    }

    @Test
    void figureThatNobodyReportedIsBlankAndZeroIsZero() {
        history.reported(TallyItem.LICENCES, 2024, "0").reported(TallyItem.FEES, 2024, "14722.4900");
        project();
        Figures figures = query.tables(TOWN, 2024, FORM, new ReadPoint(null, 2)).figures();

        assertThat(figures.find("proactive", "licences", "count")).isEqualTo(BigDecimal.ZERO);
        assertThat(figures.find("proactive", "penalties", "count")).isNull();
        assertThat(figures.printed(new CellId("proactive", "fees", "count"))).isEqualTo("14722.4900");
    }

    @Test
    void laterFigureTakesThePlaceOfTheEarlier() {
        history.reported(TallyItem.PENALTIES, 2024, "20").reported(TallyItem.PENALTIES, 2024, "17");
        project();

        assertThat(figures(2024, 1)).containsEntry("proactive/penalties/count", "20");
        assertThat(figures(2024, 2)).containsEntry("proactive/penalties/count", "17");
    }

    @Test
    void everyFigureIsTheNumberOfTheCasesBehindIt() {
        int number = 0;
        for (Outcome outcome : Outcome.values()) {
            for (ApplicantKind kind : ApplicantKind.values()) {
                number++;
                history.received(number, kind, number % 5 == 0 ? "2023-12-01" : "2024-01-02");
                if (number % 7 != 0) {
                    history.decided(number, outcome, number % 3 == 0 ? "2025-02-01" : "2024-06-03");
                }
            }
        }
        project();
        ReadPoint at = new ReadPoint(null, history.events().size());
        for (int year = 2023; year <= 2026; year++) {
            Figures figures = query.tables(TOWN, year, FORM, at).figures();
            for (Map.Entry<CellId, CellSource> entry : FORM.cells().entrySet()) {
                CellId cell = entry.getKey();
                if (!entry.getValue().reported()) {
                    List<CellCase> cases =
                            query.cases("town", year, FORM, cell, at).orElseThrow();
                    assertThat(figures.find(cell))
                            .as(cell.toString())
                            .isEqualByComparingTo(new BigDecimal(cases.size()));
                    assertThat(cases).allMatch(c -> !c.events().isEmpty());
                }
            }
        }
    }

    @Test
    void checksHoldForWhateverTheEventsSay() {
        history.received(1, ApplicantKind.NATURAL_PERSON, "2023-12-05")
                .received(2, ApplicantKind.RESEARCH_INSTITUTION, "2024-12-05")
                .decided(1, Outcome.OTHER_OTHER, "2024-01-20")
                .issued(1, "2024-02-01");
        project();
        for (int year = 2023; year <= 2025; year++) {
            assertThat(query.tables(TOWN, year, FORM, new ReadPoint(null, 4)).checks())
                    .isNotEmpty()
                    .allMatch(TableCheck::holds);
        }
    }

    @Test
    void directLawsuitOverARefusalIsWarnedOfSince2024() {
        history.received(1, ApplicantKind.NATURAL_PERSON, "2024-03-05")
                .decided(1, Outcome.REFUSED_INTERNAL_AFFAIRS, "2024-03-20")
                .received(2, ApplicantKind.NATURAL_PERSON, "2024-03-05")
                .decided(2, Outcome.REFUSED_ADMINISTRATIVE_QUERY, "2024-03-20")
                .accepted(1, Procedure.LITIGATION, false, 1, "2024-05-06")
                .accepted(2, Procedure.LITIGATION, false, 2, "2024-05-06")
                .accepted(3, Procedure.LITIGATION, false, 1, "2023-12-29")
                .accepted(4, Procedure.LITIGATION, true, 1, "2024-05-06");
        project();
        List<TableCheck> failed = new ArrayList<>();
        query.tables(TOWN, 2024, FORM, new ReadPoint(null, 8)).checks().stream()
                .filter(c -> !c.holds())
                .forEach(failed::add);

        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).id()).isEqualTo("litigation.reconsiderationFirst");
        assertThat(failed.get(0).found()).isEqualTo("1");
    }
}
