package org.disclosureledger.application.consolidation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.annualreport.AnnualReportController;
import org.disclosureledger.application.annualreport.ReportFormat;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.consolidation.ConsolidatedReplies.ConsolidatedCellReply;
import org.disclosureledger.application.consolidation.ConsolidatedReplies.ConsolidatedDifferenceReply;
import org.disclosureledger.application.consolidation.ConsolidatedReplies.ConsolidatedTablesReply;
import org.disclosureledger.application.consolidation.ConsolidatedReplies.ConsolidatedVersionReply;
import org.disclosureledger.application.consolidation.ConsolidatedReplies.ConsolidationObstacleReply;
import org.disclosureledger.application.consolidation.ConsolidatedReplies.ConsolidationWaiverReply;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consolidated reports over HTTP: sums, what each organ adds to them, publication. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/consolidated-reports/{year}")
@Tag(name = "汇总年度报告")
class ConsolidatedReportController {

    private final Consolidations consolidations;
    private final ConsolidatedPublishing publishing;
    private final ConsolidatedVersions versions;
    private final Organs organs;
    private final IdempotencyKeys keys;

    ConsolidatedReportController(
            Consolidations consolidations,
            ConsolidatedPublishing publishing,
            ConsolidatedVersions versions,
            Organs organs,
            IdempotencyKeys keys) {
        this.consolidations = consolidations;
        this.publishing = publishing;
        this.versions = versions;
        this.organs = organs;
        this.keys = keys;
    }

    @Schema(description = "一个文字部分", example = """
            {"text":"2024年，全县……"}""")
    record ConsolidatedTextBody(
            @Schema(description = "文字，各段以换行分开", requiredMode = REQUIRED) @Nullable String text) {}

    @Schema(description = "豁免一项", example = """
            {"check":"members.missing:410308-cg:-","waivedBy":"李主任","reason":"机构改革，尚未移交"}""")
    record ConsolidationWaiverBody(
            @Schema(description = "哪一项，见“妨碍发布的各项”", requiredMode = REQUIRED) @Nullable String check,

            @Schema(description = "由谁豁免", requiredMode = REQUIRED) @Nullable String waivedBy,

            @Schema(description = "理由，印在报告里", requiredMode = REQUIRED) @Nullable String reason) {}

    @Schema(description = "发布或者修订", example = """
            {"publishedOn":"2025-03-20"}""")
    record ConsolidatedPublicationBody(
            @Schema(description = "发布日期", requiredMode = REQUIRED) @Nullable LocalDate publishedOn,

            @Schema(description = "修订的理由；首版不填") @Nullable String reason) {}

    @GetMapping("/tables")
    @Operation(summary = "汇总的年度报表和汇总范围", description = "各格为上级机关和汇总范围内各机关已发布的年度报告（最后一版）或者外部报表的相应各格之和；口径见 docs/tables.md")
    ConsolidatedTablesReply openConsolidatedTables(
            @PathVariable String organ, @PathVariable int year, @RequestParam(required = false) @Nullable String asOf) {
        return ConsolidatedTablesReply.of(consolidations.of(organ, year, asOf));
    }

    @GetMapping("/tables/cells/{table}/{row}/{column}")
    @Operation(summary = "一个合计由哪些机关的数构成", description = "每个机关的数和它的版本；有该机关权限的，可以再打开该机关的这一格")
    ConsolidatedCellReply openConsolidatedCell(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "表", example = "requests") @PathVariable String table,
            @Parameter(description = "行", example = "granted") @PathVariable String row,
            @Parameter(description = "列", example = "naturalPerson") @PathVariable String column,
            @RequestParam(required = false) @Nullable String asOf) {
        return ConsolidatedCellReply.of(consolidations.open(organ, year, new CellId(table, row, column), asOf));
    }

    @GetMapping("/report.{format}")
    @Exports(ExportKind.REPORT)
    @Operation(summary = "下载汇总报告", description = "按现在或者某一时刻的合计；文末列出汇总的机关")
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
    ResponseEntity<byte[]> downloadConsolidatedReport(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(schema = @Schema(allowableValues = {"docx", "xlsx", "html", "csv", "json"})) @PathVariable
                    String format,
            @RequestParam(required = false) @Nullable String asOf) {
        PublishableReport report = publishing.report(consolidations.of(organ, year, asOf));
        ReportFormat file = ReportFormat.of(format);
        return AnnualReportController.file(report.title(), file, file.render(report, List.of()));
    }

    @GetMapping("/sections")
    @Operation(summary = "汇总报告的文字部分", description = "没有写的为空")
    Map<String, ConsolidatedTextBody> listConsolidatedSections(@PathVariable String organ, @PathVariable int year) {
        Map<String, ConsolidatedTextBody> answer = new LinkedHashMap<>();
        publishing
                .texts(consolidations.of(organ, year, null))
                .forEach((section, text) -> answer.put(section.id(), new ConsolidatedTextBody(text)));
        return answer;
    }

    @PutMapping("/sections/{section}")
    @Requires(Right.REPORT)
    @Operation(summary = "写入汇总报告的一个文字部分")
    Map<String, ConsolidatedTextBody> writeConsolidatedSection(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(schema = @Schema(allowableValues = {"overview", "problems", "otherMatters"})) @PathVariable
                    String section,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsolidatedTextBody body,
            Principal user) {
        organs.require(organ);
        ReportSection part;
        try {
            part = ReportSection.of(section);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("没有这个部分；可用：overview、problems、otherMatters");
        }
        String text = body.text();
        if (text == null) {
            throw Problem.badRequest("text", "文字必填");
        }
        publishing.write(
                organ,
                year,
                part,
                text,
                user.getName(),
                keys.of(key, user.getName(), "writeConsolidated", organ, year, section, body));
        return listConsolidatedSections(organ, year);
    }

    @GetMapping("/waivers")
    @Operation(summary = "妨碍发布汇总报告的各项", description = "没有数据的机关、部分机关没有填报的格、不成立的校验；已经豁免的附豁免")
    List<ConsolidationObstacleReply> listConsolidationObstacles(@PathVariable String organ, @PathVariable int year) {
        return publishing.obstacles(consolidations.of(organ, year, null)).stream()
                .map(o -> new ConsolidationObstacleReply(
                        o.failed().check(), o.failed().finding(), ConsolidationWaiverReply.of(o.waiver())))
                .toList();
    }

    @PostMapping("/waivers")
    @Requires(Right.PUBLISH)
    @Operation(summary = "豁免妨碍发布的一项", description = "由指名的人写明理由，印在报告里；以后情形变了，要重新豁免")
    List<ConsolidationObstacleReply> waiveConsolidationObstacle(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsolidationWaiverBody body,
            Principal user) {
        organs.require(organ);
        publishing.waive(
                organ,
                year,
                text(body.check()),
                text(body.waivedBy()),
                text(body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "waiveConsolidation", organ, year, body));
        return listConsolidationObstacles(organ, year);
    }

    @GetMapping("/versions")
    @Operation(summary = "汇总报告已经发布的各版", description = "先发布的在前；没有发布为空列表")
    List<ConsolidatedVersionReply> listConsolidatedVersions(@PathVariable String organ, @PathVariable int year) {
        organs.require(organ);
        return versions.all(organ, year, Long.MAX_VALUE).stream()
                .map(ConsolidatedVersionReply::of)
                .toList();
    }

    @PostMapping("/versions")
    @Requires(Right.PUBLISH)
    @Operation(summary = "发布汇总报告，或者发布修订的一版", description = "有妨碍而没有豁免的各项、没有写完的文字，不能发布；本机关规定发布年度报告须经审核的，目前不能发布汇总报告")
    @ApiResponse(responseCode = "201", description = "已发布", useReturnTypeSchema = true)
    ResponseEntity<ConsolidatedVersionReply> publishConsolidatedReport(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsolidatedPublicationBody body,
            Principal user) {
        organs.require(organ);
        LocalDate publishedOn = body.publishedOn();
        if (publishedOn == null) {
            throw Problem.badRequest("publishedOn", "发布日期必填");
        }
        publishing.publish(
                organ,
                year,
                publishedOn,
                body.reason(),
                user.getName(),
                keys.of(key, user.getName(), "publishConsolidated", organ, year, body));
        ConsolidatedVersion version = versions.latest(organ, year, Long.MAX_VALUE)
                .orElseThrow(() -> new IllegalStateException("nothing was published"));
        return ResponseEntity.created(URI.create("/api/v1/organs/" + Organs.inPath(organ) + "/consolidated-reports/"
                        + year + "/versions/" + version.version() + "/report.docx"))
                .body(ConsolidatedVersionReply.of(version));
    }

    @GetMapping("/versions/{version}/report.{format}")
    @Exports(ExportKind.REPORT)
    @Operation(summary = "下载汇总报告发布时的文件", description = "与发布时逐字节相同")
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
    ResponseEntity<byte[]> downloadPublishedConsolidatedReport(
            @PathVariable String organ,
            @PathVariable int year,
            @PathVariable int version,
            @Parameter(schema = @Schema(allowableValues = {"docx", "xlsx", "html", "csv", "json"})) @PathVariable
                    String format) {
        organs.require(organ);
        ReportFormat file = ReportFormat.of(format);
        ConsolidatedVersion published = versions.require(organ, year, version);
        String title =
                PublishableReport.consolidatedTitle(published.published().organName(), year) + "（第" + version + "版）";
        return AnnualReportController.file(title, file, publishing.document(organ, published, file));
    }

    @GetMapping("/versions/{version}/differences")
    @Operation(summary = "已发布的一版与现在的合计的差别", description = "各机关后来修订、补报、变动隶属的，都在这里")
    ConsolidatedDifferenceReply compareConsolidatedVersion(
            @PathVariable String organ, @PathVariable int year, @PathVariable int version) {
        organs.require(organ);
        ConsolidatedVersion published = versions.require(organ, year, version);
        return ConsolidatedDifferenceReply.of(consolidations.since(consolidations.of(organ, year, null), published));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
