package org.disclosureledger.application.annualreport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.disclosureledger.application.annualreport.ChartsQuery.ReportCharts;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.report.ChartCsv;
import org.disclosureledger.application.report.ChartKind;
import org.disclosureledger.application.report.ChartSvg;
import org.disclosureledger.application.report.ReportChart;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The charts of an annual report: their data, and each as a picture or for a spreadsheet. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}/charts")
@Tag(name = "年度报告")
public class ChartsController {

    private static final String SVG = "image/svg+xml";

    private static final String KINDS = "receivedByMonth、resultGroups、results、applicantKinds、daysToAnswer、fiveYears";

    private final ChartsQuery query;

    ChartsController(ChartsQuery query) {
        this.query = query;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "年度报告的图的数据",
            description = "按月收到的申请、办理结果、申请人类型、答复用时、近五年情况。口径同报表：各部分之和等于报表中的格；" + "以前年度已经发布的用发布的数")
    public ChartsReply openCharts(
            @PathVariable String organ, @PathVariable int year, @RequestParam(required = false) @Nullable String asOf) {
        return ChartsReply.of(query.charts(organ, year, asOf));
    }

    @GetMapping("/{chart}.svg")
    @Exports(ExportKind.FIGURES)
    @Operation(summary = "一张图（SVG）")
    @ApiResponse(
            responseCode = "200",
            description = "图",
            content = @Content(mediaType = SVG, schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<byte[]> downloadChartPicture(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "哪一张图：" + KINDS, example = "receivedByMonth") @PathVariable String chart,
            @RequestParam(required = false) @Nullable String asOf) {
        ChartKind kind = kind(chart);
        ReportCharts charts = query.charts(organ, year, asOf);
        return file(
                charts,
                charts.of(kind),
                "svg",
                SVG,
                ChartSvg.draw(charts.of(kind)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{chart}.csv")
    @Exports(ExportKind.FIGURES)
    @Operation(summary = "一张图的数据（CSV）")
    @ApiResponse(
            responseCode = "200",
            description = "数据",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<byte[]> downloadChartData(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "哪一张图：" + KINDS, example = "receivedByMonth") @PathVariable String chart,
            @RequestParam(required = false) @Nullable String asOf) {
        ChartKind kind = kind(chart);
        ReportCharts charts = query.charts(organ, year, asOf);
        return file(charts, charts.of(kind), "csv", "text/csv;charset=UTF-8", ChartCsv.render(charts.of(kind)));
    }

    private static ChartKind kind(String chart) {
        return ChartKind.of(chart).orElseThrow(() -> Problem.notFound("没有这张图；可用：" + KINDS));
    }

    private static ResponseEntity<byte[]> file(
            ReportCharts charts, ReportChart chart, String ending, String mediaType, byte[] content) {
        String name = charts.tables().organName() + chart.title() + "." + ending;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(name))
                .contentType(MediaType.parseMediaType(mediaType))
                .body(content);
    }
}
