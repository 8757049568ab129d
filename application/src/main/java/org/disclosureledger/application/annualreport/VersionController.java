package org.disclosureledger.application.annualreport;

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
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.ReportProposal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The publication of an annual report over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}")
@Tag(name = "年度报告")
public class VersionController {

    private final ReportPublishing publishing;
    private final Organs organs;
    private final IdempotencyKeys keys;

    VersionController(ReportPublishing publishing, Organs organs, IdempotencyKeys keys) {
        this.publishing = publishing;
        this.organs = organs;
        this.keys = keys;
    }

    /** A publication. */
    @Schema(description = "发布或者修订", example = """
            {"publishedOn":"2025-01-20"}""")
    public record PublicationBody(
            @Schema(description = "发布日期", requiredMode = REQUIRED) @Nullable LocalDate publishedOn,

            @Schema(description = "修订的理由；首版不填") @Nullable String reason,

            @Schema(description = "发布的 docx 和 html 文末附图表；不填为不附") @Nullable Boolean charts) {}

    /** A waiver. */
    @Schema(description = "豁免一项不成立的校验", example = """
            {"check":"requests.carryOver:carriedIn:total","waivedBy":"李主任","reason":"上年报告漏计一件，已说明"}""")
    public record WaiverBody(
            @Schema(description = "哪一项校验，见“妨碍发布的校验”", requiredMode = REQUIRED) @Nullable String check,

            @Schema(description = "由谁豁免", requiredMode = REQUIRED) @Nullable String waivedBy,

            @Schema(description = "理由，印在报告里", requiredMode = REQUIRED) @Nullable String reason) {}

    /** A note on a difference. */
    @Schema(description = "说明与已发布的报告的差别", example = """
            {"notedBy":"李主任","reason":"差别在下一年度报告中说明"}""")
    public record NoteBody(
            @Schema(description = "由谁说明", requiredMode = REQUIRED) @Nullable String notedBy,

            @Schema(description = "暂不修订的理由", requiredMode = REQUIRED) @Nullable String reason) {}

    /** A check that stands against publication. */
    @Schema(name = "PublicationObstacle", description = "妨碍发布的一项校验")
    record ObstacleReply(
            @Schema(description = "哪一项校验：规则:行:列") String check,
            @Schema(description = "怎样不成立") String finding,
            VersionReply.@Nullable WaiverReply waiver) {}

    @GetMapping("/waivers")
    @Operation(summary = "妨碍发布的校验", description = "不成立的校验和没有填报的数；已经豁免的附豁免")
    public List<ObstacleReply> listPublicationObstacles(@PathVariable String organ, @PathVariable int year) {
        return publishing.obstacles(organ, year).stream()
                .map(o -> new ObstacleReply(
                        o.failed().check(),
                        o.failed().finding(),
                        o.waiver() == null ? null : VersionReply.WaiverReply.of(o.waiver())))
                .toList();
    }

    @PostMapping("/waivers")
    @Requires(Right.PUBLISH)
    @Operation(summary = "豁免一项不成立的校验", description = "由指名的人写明理由，印在报告里；以后数字变了，要重新豁免")
    public List<ObstacleReply> waiveCheck(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody WaiverBody body,
            Principal user) {
        organs.require(organ);
        publishing.waive(
                organ,
                year,
                text(body.check()),
                text(body.waivedBy()),
                text(body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "waive", organ, year, body));
        return listPublicationObstacles(organ, year);
    }

    @GetMapping("/versions")
    @Operation(summary = "已经发布的各版", description = "先发布的在前；没有发布为空列表")
    public List<VersionReply> listReportVersions(@PathVariable String organ, @PathVariable int year) {
        organs.require(organ);
        return publishing.versions(organ, year).stream().map(VersionReply::of).toList();
    }

    @PostMapping("/versions")
    @Requires(Right.PUBLISH)
    @Operation(
            summary = "发布年度报告，或者发布修订的一版",
            description = "有不成立又没有豁免的校验、没有写完的文字，不能发布。发布的表、文字和文件从此不变；以后的登记使数字不同的，再发布即为修订，须写明理由")
    @ApiResponse(responseCode = "201", description = "已发布", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "本机关规定须经审核：已提交，批准以后发布；地址见 Location", content = @Content)
    public ResponseEntity<VersionReply> publishReport(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PublicationBody body,
            Principal user) {
        organs.require(organ);
        LocalDate publishedOn = body.publishedOn();
        if (publishedOn == null) {
            throw Problem.badRequest("publishedOn", "发布日期必填");
        }
        Recorded recorded = publishing.publish(
                organ,
                year,
                publishedOn,
                body.reason(),
                Boolean.TRUE.equals(body.charts()),
                user.getName(),
                keys.of(key, user.getName(), "publish", organ, year, body));
        ReportProposal proposed = publishing.proposed(organ, year, recorded).orElse(null);
        return proposed == null
                ? published(organ, year)
                : ResponseEntity.accepted()
                        .location(URI.create("/api/v1/organs/" + Organs.inPath(organ) + "/annual-reports/" + year
                                + "/proposals/" + proposed.content().proposal()))
                        .build();
    }

    private ResponseEntity<VersionReply> published(String organ, int year) {
        PublishedVersion version =
                publishing.latest(organ, year).orElseThrow(() -> new IllegalStateException("nothing was published"));
        return ResponseEntity.created(URI.create("/api/v1/organs/" + Organs.inPath(organ) + "/annual-reports/" + year
                        + "/versions/" + version.version() + "/report.docx"))
                .body(VersionReply.of(version));
    }

    /** A return. */
    @Schema(description = "退回提交审核的发布", example = """
            {"reason":"请核对收费一栏"}""")
    public record ReturnReportBody(
            @Schema(description = "退回的理由，提交人会看到", requiredMode = REQUIRED) @Nullable String reason) {}

    @GetMapping("/proposals/{number}")
    @Operation(summary = "提交审核的发布，和审核的结果", description = "批准以前没有发布")
    public ReportProposalReply openReportProposal(
            @PathVariable String organ, @PathVariable int year, @PathVariable int number) {
        organs.require(organ);
        return publishing
                .proposal(organ, year, number)
                .map(ReportProposalReply::of)
                .orElseThrow(() -> Problem.notFound("没有第 " + number + " 号提交审核的发布"));
    }

    @PostMapping("/proposals/{number}/approval")
    @Requires(Right.APPROVE)
    @Operation(summary = "批准发布", description = "照提交的内容发布，发布日期为提交时写明的日期。自己提交的不能批准；提交以后表或者文字变了的不能批准")
    @ApiResponse(responseCode = "201", description = "已发布", useReturnTypeSchema = true)
    public ResponseEntity<VersionReply> approveReport(
            @PathVariable String organ,
            @PathVariable int year,
            @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        organs.require(organ);
        publishing.approve(
                organ,
                year,
                number,
                user.getName(),
                keys.of(key, user.getName(), "approveReport", organ, year, number));
        return published(organ, year);
    }

    @PostMapping("/proposals/{number}/return")
    @Requires(Right.APPROVE)
    @Operation(summary = "退回提交审核的发布")
    public ReportProposalReply returnReport(
            @PathVariable String organ,
            @PathVariable int year,
            @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReturnReportBody body,
            Principal user) {
        organs.require(organ);
        publishing.giveBack(
                organ,
                year,
                number,
                text(body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "returnReport", organ, year, number, body));
        return openReportProposal(organ, year, number);
    }

    @PostMapping("/proposals/{number}/withdrawal")
    @Requires(Right.PUBLISH)
    @Operation(summary = "撤回自己提交的发布")
    public ReportProposalReply withdrawReport(
            @PathVariable String organ,
            @PathVariable int year,
            @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        organs.require(organ);
        publishing.withdraw(
                organ,
                year,
                number,
                user.getName(),
                keys.of(key, user.getName(), "withdrawReport", organ, year, number));
        return openReportProposal(organ, year, number);
    }

    @GetMapping("/versions/{version}/report.{format}")
    @Exports(ExportKind.REPORT)
    @Operation(summary = "下载发布时的文件", description = "与发布时逐字节相同")
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
    public ResponseEntity<byte[]> downloadPublishedReport(
            @PathVariable String organ,
            @PathVariable int year,
            @PathVariable int version,
            @Parameter(schema = @Schema(allowableValues = {"docx", "xlsx", "html", "csv", "json"})) @PathVariable
                    String format) {
        organs.require(organ);
        ReportFormat file = ReportFormat.of(format);
        PublishedVersion published = publishing.require(organ, year, version);
        String title = PublishableReport.title(published.published().organName(), year) + "（第" + version + "版）";
        return AnnualReportController.file(title, file, publishing.document(organ, published, file));
    }

    @PostMapping("/notes")
    @Requires(Right.PUBLISH)
    @Operation(summary = "说明与已发布的报告的差别", description = "现在的数字与最后一版不同而暂不修订的，由指名的人写明理由")
    public List<VersionReply> noteReportDifference(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody NoteBody body,
            Principal user) {
        organs.require(organ);
        publishing.note(
                organ,
                year,
                text(body.notedBy()),
                text(body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "note", organ, year, body));
        return listReportVersions(organ, year);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
