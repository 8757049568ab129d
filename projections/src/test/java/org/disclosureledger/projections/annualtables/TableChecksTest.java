package org.disclosureledger.projections.annualtables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableChecksTest {

    private static final StatutoryForm FORM = StatutoryForms.forYear(2024).orElseThrow();

    private final Map<CellId, BigDecimal> cells = new LinkedHashMap<>();

    TableChecksTest() {
        FORM.cells().keySet().forEach(cell -> cells.put(cell, BigDecimal.ZERO));
    }

    private void set(String table, String row, String column, int value) {
        cells.put(new CellId(table, row, column), BigDecimal.valueOf(value));
    }

    private List<String> failed() {
        return TableChecks.evaluate(Figures.of(cells), null, RegulatoryPower.UNDECIDED, null).stream()
                .filter(c -> !c.holds())
                .map(c -> c.id() + " " + c.row() + " " + c.column())
                .toList();
    }

    @Test
    void emptyTableHolds() {
        assertThat(failed()).isEmpty();
    }

    @Test
    void oneRequestTooManyIsFoundInItsColumnAndItsRow() {
        set("requests", "newReceived", "naturalPerson", 1);

        assertThat(failed())
                .containsExactly("requests.balance null naturalPerson", "requests.columns newReceived total");
    }

    @Test
    void resultsThatDoNotAddUpAreFound() {
        set("requests", "refused.stateSecret", "commercialEnterprise", 2);

        assertThat(failed())
                .containsExactly(
                        "requests.total total commercialEnterprise", "requests.columns refused.stateSecret total");
    }

    /** As 金湖县 published for 2023: 2 + 0 + 1 + 0, and a total of 0. */
    @Test
    void publishedTotalOfLawsuitsThatIsWrongIsFound() {
        set("litigation", "direct", "upheld", 2);
        set("litigation", "direct", "other", 1);

        assertThat(failed()).containsExactly("remedies.total litigation.direct total");
    }

    @Test
    void carryOverIsComparedWithLastYearInEveryColumn() {
        Map<CellId, BigDecimal> last = new LinkedHashMap<>(cells);
        last.put(new CellId("requests", "carriedOut", "legalServiceOrganization"), BigDecimal.ONE);
        List<TableCheck> checks =
                TableChecks.evaluate(Figures.of(cells), Figures.of(last), RegulatoryPower.UNDECIDED, null);

        assertThat(checks).filteredOn(c -> c.id().equals("requests.carryOver")).hasSize(7);
        assertThat(checks).filteredOn(c -> !c.holds()).singleElement().satisfies(c -> {
            assertThat(c.column()).isEqualTo("legalServiceOrganization");
            assertThat(c.expected()).isEqualTo("1");
            assertThat(c.found()).isEqualTo("0");
            assertThat(c.severity()).isEqualTo(TableCheck.Level.ERROR);
        });
    }

    @Test
    void documentsInForceFollowFromLastYear() {
        Map<CellId, BigDecimal> last = new LinkedHashMap<>(cells);
        last.put(new CellId("proactive", "normativeDocuments", "inForce"), BigDecimal.valueOf(5));
        set("proactive", "normativeDocuments", "issued", 3);
        set("proactive", "normativeDocuments", "repealed", 1);
        set("proactive", "normativeDocuments", "inForce", 8);
        List<TableCheck> failed =
                TableChecks.evaluate(Figures.of(cells), Figures.of(last), RegulatoryPower.UNDECIDED, null).stream()
                        .filter(c -> !c.holds())
                        .toList();

        assertThat(failed).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo("proactive.inForce");
            assertThat(c.expected()).isEqualTo("7");
            assertThat(c.severity()).isEqualTo(TableCheck.Level.WARNING);
        });
    }

    @Test
    void rulesOfAnOrganThatMayNotMakeThemAreWarnedOf() {
        set("proactive", "regulations", "inForce", 1);

        assertThat(TableChecks.evaluate(Figures.of(cells), null, RegulatoryPower.MAY_NOT, null))
                .filteredOn(c -> !c.holds())
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo("proactive.mayNotIssueRegulations"));
        assertThat(TableChecks.evaluate(Figures.of(cells), null, RegulatoryPower.MAY, null))
                .allMatch(TableCheck::holds);
    }

    @Test
    void everyCheckOfTheContractIsThere() {
        assertThat(TableChecks.evaluate(Figures.of(cells), Figures.of(cells), RegulatoryPower.MAY, 0))
                .extracting(TableCheck::id)
                .containsOnly(
                        "requests.balance",
                        "requests.total",
                        "requests.columns",
                        "requests.carryOver",
                        "remedies.total",
                        "proactive.inForce",
                        "proactive.mayNotIssueRegulations",
                        "litigation.reconsiderationFirst");
    }

    @ParameterizedTest
    @CsvSource({
        "城关镇人民政府, MAY_NOT",
        "金湖县人民政府, MAY_NOT",
        "洪泽区人民政府, MAY_NOT",
        "上海市科学技术委员会, MAY_NOT",
        "某街道办事处, MAY_NOT",
        "江苏省人民政府, MAY",
        "上海市人民政府, MAY",
        "国家税务总局, UNDECIDED",
        "昆山市人民政府, UNDECIDED"
    })
    void nameTellsWhoCanMakeRules(String name, RegulatoryPower power) {
        assertThat(RegulatoryPower.of(name, null)).isEqualTo(power);
        assertThat(RegulatoryPower.of(name, true)).isEqualTo(RegulatoryPower.MAY);
    }
}
