package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.LocalDate;
import java.util.List;
import org.openapitools.client.api.ConsolidatedReportApi;
import org.openapitools.client.api.ExternalTablesApi;
import org.openapitools.client.api.OrganApi;
import org.openapitools.client.api.OrganTreeApi;
import org.openapitools.client.model.ConsolidatedCellReply;
import org.openapitools.client.model.ConsolidatedTablesReply;
import org.openapitools.client.model.ConsolidationObstacleReply;
import org.openapitools.client.model.ConsolidationWaiverBody;
import org.openapitools.client.model.OrganBody;
import org.openapitools.client.model.PlacedOrganReply;
import org.openapitools.client.model.PlacementBody;

/** Another system places an organ under a county, sends its tables, and reads the sums. */
public final class ConsolidatedReports {

    private static final String COUNTY = "client-county";
    private static final String BUREAU = "client-bureau";

    private final OrganApi organs;
    private final OrganTreeApi tree;
    private final ConsolidatedReportApi reports;
    private final ExternalTablesApi external;

    private ConsolidatedReports(Connection connection) {
        organs = new OrganApi(connection.client());
        tree = new OrganTreeApi(connection.client());
        reports = new ConsolidatedReportApi(connection.client());
        external = new ExternalTablesApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        ConsolidatedReports program = new ConsolidatedReports(new Connection(arguments));
        program.placesAnOrgan();
        program.fetchesTheBlankForm();
        program.readsTheSums();
        program.answersForWhoIsMissing();
    }

    private void placesAnOrgan() throws Exception {
        organs.establishOrgan(new OrganBody().code(COUNTY).name("客户县人民政府"), null);
        organs.establishOrgan(new OrganBody().code(BUREAU).name("客户县财政局"), null);
        List<PlacedOrganReply> placed = tree.placeOrgan(
                new PlacementBody().organ(BUREAU).superior(COUNTY).from(LocalDate.of(2020, 1, 1)), null);
        assertThat(placed)
                .filteredOn(o -> BUREAU.equals(o.getCode()))
                .singleElement()
                .satisfies(o -> assertThat(o.getSuperior()).isEqualTo(COUNTY));
    }

    private void fetchesTheBlankForm() throws Exception {
        File form = external.downloadExternalForm(COUNTY, 2024, BUREAU);
        assertThat(form).isNotEmpty();
        assertThat(external.listExternalTables(COUNTY, 2024, BUREAU)).isEmpty();
    }

    private void readsTheSums() throws Exception {
        ConsolidatedTablesReply sums = reports.openConsolidatedTables(COUNTY, 2024, null);
        assertThat(sums.getMembers()).hasSize(2);
        assertThat(sums.getTable().getYear()).isEqualTo(2024);
        ConsolidatedCellReply cell =
                reports.openConsolidatedCell(COUNTY, 2024, "requests", "newReceived", "total", null);
        assertThat(cell.getFigure()).isNull();
        assertThat(cell.getShares()).hasSize(2);
    }

    private void answersForWhoIsMissing() throws Exception {
        List<ConsolidationObstacleReply> obstacles = reports.waiveConsolidationObstacle(
                COUNTY,
                2024,
                new ConsolidationWaiverBody()
                        .check("members.missing:" + BUREAU + ":-")
                        .waivedBy("李主任")
                        .reason("尚未移交"),
                null);
        assertThat(obstacles)
                .filteredOn(o -> o.getWaiver() != null)
                .singleElement()
                .satisfies(o -> assertThat(o.getWaiver().getWaivedBy()).isEqualTo("李主任"));
        assertThat(reports.listConsolidatedVersions(COUNTY, 2024)).isEmpty();
    }
}
