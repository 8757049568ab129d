package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.openapitools.client.api.AnnualReportApi;
import org.openapitools.client.api.ChartsApi;
import org.openapitools.client.api.ChecksApi;
import org.openapitools.client.api.OrganApi;
import org.openapitools.client.api.RegisterApi;
import org.openapitools.client.api.TablesApi;
import org.openapitools.client.model.AnnualTables;
import org.openapitools.client.model.CellReply;
import org.openapitools.client.model.CheckTablesRequest;
import org.openapitools.client.model.EntryBody;
import org.openapitools.client.model.OrganBody;
import org.openapitools.client.model.ReportChart;
import org.openapitools.client.model.ReportCharts;
import org.openapitools.client.model.SectionReply;
import org.openapitools.client.model.TableCheckReply;
import org.openapitools.client.model.TablesToCheck;
import org.openapitools.client.model.TextBody;

/** Another system reads the tables of a year, opens their figures, checks tables, and fetches the report. */
public final class TablesAndReport {

    private static final String ORGAN = "client-tables";

    private final OrganApi organs;
    private final RegisterApi registers;
    private final TablesApi tables;
    private final ChecksApi checks;
    private final AnnualReportApi reports;
    private final ChartsApi charts;

    private TablesAndReport(Connection connection) {
        organs = new OrganApi(connection.client());
        registers = new RegisterApi(connection.client());
        tables = new TablesApi(connection.client());
        checks = new ChecksApi(connection.client());
        reports = new AnnualReportApi(connection.client());
        charts = new ChartsApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        TablesAndReport program = new TablesAndReport(new Connection(arguments));
        program.isAnOrganWithALongName();
        program.readsTheTables();
        program.opensCells();
        program.checksTables();
        program.writesAndFetchesTheReport();
        program.readsTheCharts();
    }

    private void isAnOrganWithALongName() throws Exception {
        organs.establishOrgan(
                new OrganBody().code(ORGAN).name("示例省示例自治州示例市经济技术开发区人力资源和社会保障局").mayIssueRegulations(false), null);
        enter(
                "requests",
                Map.of(
                        "登记编号",
                        "甲-1",
                        "收到日期",
                        "2024年3月5日",
                        "申请渠道",
                        "当面",
                        "申请人类型",
                        "自然人",
                        "申请人",
                        "张某",
                        "申请内容",
                        "某事",
                        "答复日期",
                        "2024-03-20",
                        "处理结果",
                        "予以公开"));
        enter("tallies", Map.of("年度", "2024", "事项", "行政事业性收费", "数量", "2"));
    }

    private void enter(String register, Map<String, String> facts) throws Exception {
        registers.enterRegister(ORGAN, register, new EntryBody().facts(facts), null);
    }

    private void readsTheTables() throws Exception {
        AnnualTables now = tables.openTables(ORGAN, 2024, null);
        AnnualTables before = tables.openTables(ORGAN, 2024, OffsetDateTime.parse("2024-01-01T00:00:00+08:00"));

        assertThat(now.getRequests().getColumns()).first().isEqualTo("naturalPerson");
        assertThat(now.getRequests().getRows().get("granted")).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(now.getProactive().getFees()).isEqualTo("2");
        assertThat(now.getProactive().getPenalties()).isNull();
        assertThat(now.getLitigation().getDirect().getTotal()).isZero();
        assertThat(now.getChecks()).isNotEmpty().allMatch(TableCheckReply::getHolds);
        assertThat(now.getAsOf()).isNull();
        assertThat(before.getRequests().getRows().get("granted")).containsOnly(0L);
        assertThat(before.getAsOf()).isEqualTo(OffsetDateTime.parse("2023-12-31T16:00:00Z"));
    }

    private void opensCells() throws Exception {
        CellReply granted = tables.openCell(ORGAN, 2024, "requests", "granted", "naturalPerson", null);
        CellReply fees = tables.openCell(ORGAN, 2024, "proactive", "fees", "count", null);

        assertThat(granted.getFigure()).isEqualTo(1);
        assertThat(granted.getCases()).singleElement().satisfies(counted -> {
            assertThat(counted.getNumber()).isEqualTo("甲-1");
            assertThat(counted.getQuantity()).isNull();
            assertThat(registers.openCase(ORGAN, counted.getCase(), null).getEvents())
                    .extracting(event -> event.getNumber())
                    .containsAll(counted.getEvents());
        });
        assertThat(fees.getFigure()).isEqualTo("2");
        assertThat(fees.getCases().get(0).getQuantity()).isEqualTo("2");
    }

    private void checksTables() throws Exception {
        AnnualTables previous = tables.openTables(ORGAN, 2023, null);
        AnnualTables table = tables.openTables(ORGAN, 2024, null);
        assertThat(failed(new CheckTablesRequest(table))).isEmpty();

        table.getRequests().getRows().get("carriedIn").set(0, 5L);

        assertThat(failed(
                        new CheckTablesRequest(new TablesToCheck().table(table).previous(previous))))
                .extracting(TableCheckReply::getId)
                .contains("requests.balance", "requests.carryOver", "requests.columns");
    }

    private List<TableCheckReply> failed(CheckTablesRequest request) throws Exception {
        return checks.checkTables(request).getChecks().stream()
                .filter(check -> !check.getHolds())
                .toList();
    }

    private void writesAndFetchesTheReport() throws Exception {
        assertThat(reports.listSections(ORGAN, 2024).get("overview").getWritten())
                .isFalse();

        Map<String, SectionReply> written =
                reports.writeSection(ORGAN, 2024, "overview", new TextBody().text("本年度的总体情况。"), null);
        File report = reports.downloadReport(ORGAN, 2024, "docx", null, null);

        assertThat(written.get("overview").getText()).isEqualTo("本年度的总体情况。");
        try (ZipFile docx = new ZipFile(report)) {
            String document = new String(
                    docx.getInputStream(docx.getEntry("word/document.xml")).readAllBytes(), "UTF-8");
            assertThat(document).contains("本年度的总体情况。", "人力资源和社会保障局");
        }
        assertThat(reports.downloadReport(ORGAN, 2024, "csv", null, false)).isNotEmpty();
    }

    private void readsTheCharts() throws Exception {
        ReportCharts year = charts.openCharts(ORGAN, 2024, null);
        ReportChart months = year.getCharts().get(0);

        assertThat(year.getReadUpTo()).isPositive();
        assertThat(months.getChart()).isEqualTo("receivedByMonth");
        assertThat(months.getCategories()).hasSize(12);
        assertThat(months.getSeries().get(0).getValues().get(2)).isEqualTo(1L);
        assertThat(months.getSeries().get(0).getSum()).isEqualTo(1L);
        assertThat(charts.downloadChartPicture(ORGAN, 2024, "receivedByMonth", null))
                .isNotEmpty();
        assertThat(charts.downloadChartData(ORGAN, 2024, "fiveYears", null)).isNotEmpty();
    }
}
