package org.disclosureledger.application.annualreport;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.report.ReportChart;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.ReportSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The annual report over HTTP: narrative parts, and downloads that all come from one table object. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}")
@Tag(name = "年度报告")
public class AnnualReportController {

    private final AnnualReports reports;
    private final ChartsQuery charts;
    private final AnnualTablesReader tables;
    private final Organs organs;
    private final IdempotencyKeys keys;

    public AnnualReportController(
            AnnualReports reports, ChartsQuery charts, AnnualTablesReader tables, Organs organs, IdempotencyKeys keys) {
        this.reports = reports;
        this.charts = charts;
        this.tables = tables;
        this.organs = organs;
        this.keys = keys;
    }

    /** The text of one part. */
    @Schema(description = "一个部分的文字")
    public record TextBody(
            @Schema(description = "文字，各段以换行分开", requiredMode = REQUIRED) @Nullable String text) {}

    /** One part, written or proposed. */
    @Schema(description = "一个文字部分")
    public record SectionReply(
            @Schema(description = "标题") String title,
            @Schema(description = "文字") String text,
            @Schema(description = "是否已经写入；否则为按数字拟的稿") boolean written) {}

    @GetMapping("/report.{format}")
    @Exports(ExportKind.REPORT)
    @Operation(summary = "下载年度报告", description = "文件末尾写明数据取自台账哪一号及以前的记录，以及该号记录的校验值")
    @ApiResponse(
            responseCode = "200",
            description = "报告",
            content = {
                @Content(mediaType = ReportFormat.DOCX_TYPE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = ReportFormat.XLSX_TYPE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/html", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = "string", format = "binary"))
            })
    public ResponseEntity<byte[]> downloadReport(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(schema = @Schema(allowableValues = {"docx", "xlsx", "html", "csv", "json"})) @PathVariable
                    String format,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "文末附图表；docx 和 html 才有") @RequestParam(name = "charts", defaultValue = "false")
                    boolean withCharts) {
        PublishableReport report = reports.report(organ, year, asOf);
        ReportFormat file = ReportFormat.of(format);
        List<ReportChart> shown = withCharts && file.isShownWithCharts() ? charts.charts(report.tables()) : List.of();
        return file(report.title(), file, file.render(report, shown));
    }

    /** A report as a file of its title. */
    public static ResponseEntity<byte[]> file(String title, ReportFormat format, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(title + "." + format.id()))
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(content);
    }

    @GetMapping("/sections")
    @Operation(summary = "文字部分：一、总体情况，五、存在的主要问题及改进情况，六、其他需要报告的事项")
    public Map<String, SectionReply> listSections(@PathVariable String organ, @PathVariable int year) {
        Map<String, SectionReply> answer = new LinkedHashMap<>();
        reports.parts(tables.tables(organ, year, null))
                .forEach((section, part) ->
                        answer.put(section.id(), new SectionReply(section.label(), part.text(), part.written())));
        return answer;
    }

    @PutMapping("/sections/{section}")
    @Requires(Right.REPORT)
    @Operation(summary = "写入一个文字部分")
    public Map<String, SectionReply> writeSection(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(schema = @Schema(allowableValues = {"overview", "problems", "otherMatters"})) @PathVariable
                    String section,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody TextBody body,
            Principal user) {
        organs.require(organ);
        ReportSection part;
        try {
            part = ReportSection.of(section);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("没有这个部分；可用：overview、problems、otherMatters");
        }
        if (body.text() == null) {
            throw Problem.badRequest("text", "文字必填");
        }
        CommandId id = keys.of(key, user.getName(), "write", organ, year, section, body);
        reports.write(organ, year, part, body.text(), user.getName(), id);
        return Map.of(part.id(), new SectionReply(part.label(), AnnualReports.kept(body.text()), true));
    }
}
