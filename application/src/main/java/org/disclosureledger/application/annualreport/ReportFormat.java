package org.disclosureledger.application.annualreport;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.report.CsvReport;
import org.disclosureledger.application.report.DocxReport;
import org.disclosureledger.application.report.Edition;
import org.disclosureledger.application.report.HtmlReport;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.report.ReportChart;
import org.disclosureledger.application.report.SummedOrgans;
import org.disclosureledger.application.report.XlsxReport;
import org.disclosureledger.application.statistics.TablesJson;
import tools.jackson.databind.json.JsonMapper;

/** The files that a report comes as; all are made from the one report. */
public enum ReportFormat {
    DOCX("docx", ReportFormat.DOCX_TYPE),
    XLSX("xlsx", ReportFormat.XLSX_TYPE),
    HTML("html", "text/html;charset=UTF-8"),
    CSV("csv", "text/csv;charset=UTF-8"),
    JSON("json", "application/json");

    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String id;
    private final String mediaType;

    ReportFormat(String id, String mediaType) {
        this.id = id;
        this.mediaType = mediaType;
    }

    /** @throws Problem when there is no such format */
    public static ReportFormat of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("没有这种格式；可用：docx、xlsx、html、csv、json"));
    }

    public String id() {
        return id;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether it can show charts. */
    public boolean isShownWithCharts() {
        return this == DOCX || this == HTML;
    }

    /** @param charts what is shown after the six parts where the format can; none for the parts alone */
    public byte[] render(PublishableReport report, List<ReportChart> charts) {
        return switch (this) {
            case DOCX -> DocxReport.render(report, charts);
            case XLSX -> XlsxReport.render(report);
            case HTML -> HtmlReport.fullPage(report, charts).getBytes(StandardCharsets.UTF_8);
            case CSV -> CsvReport.render(report);
            case JSON -> json(report);
        };
    }

    private static byte[] json(PublishableReport report) {
        Map<String, Object> answer = new LinkedHashMap<>(TablesJson.of(report.tables()));
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put("number", report.mark().number());
        ledger.put("hash", report.mark().hash());
        ledger.put("algorithm", report.mark().algorithm());
        Map<String, Object> texts = new LinkedHashMap<>();
        report.texts().forEach((section, text) -> texts.put(section.id(), text));
        answer.put("title", report.title());
        answer.put("texts", texts);
        answer.put("ledger", ledger);
        Edition edition = report.edition();
        if (edition != null) {
            Map<String, Object> published = new LinkedHashMap<>();
            published.put("version", edition.version());
            published.put("publishedOn", edition.publishedOn().toString());
            published.put("reason", edition.reason());
            published.put("waivers", edition.waivers());
            answer.put("edition", published);
        }
        SummedOrgans summed = report.summed();
        if (summed != null) {
            answer.put("memberRule", summed.rule());
            answer.put("members", summed.organs());
        }
        return MAPPER.writeValueAsBytes(answer);
    }
}
