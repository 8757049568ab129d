package org.disclosureledger.application.publication;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.publication.PublicationReplies.CountsReply;
import org.disclosureledger.application.publication.PublicationReplies.ListReply;
import org.disclosureledger.application.publication.PublicationReplies.OpenedReply;
import org.disclosureledger.application.publication.PublicationReplies.RecordedReply;
import org.disclosureledger.application.publication.PublicationReplies.SummaryReply;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.publication.PublicationStepKind;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.publication.PublicationFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** What an organ publishes by itself, over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}")
@Tag(name = "主动公开")
public class PublicationController {

    private static final int PAGE = 200;

    private final Organs organs;
    private final Publications publications;
    private final PublicationFigures figures;
    private final ReadPoints points;
    private final Uploads uploads;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    public PublicationController(
            Organs organs,
            Publications publications,
            PublicationFigures figures,
            ReadPoints points,
            Uploads uploads,
            IdempotencyKeys keys,
            JsonMapper json) {
        this.organs = organs;
        this.publications = publications;
        this.figures = figures;
        this.points = points;
        this.uploads = uploads;
        this.keys = keys;
        this.json = json;
    }

    /** Information that is to be published. Days as 2025-03-03, constants by identifier or label. */
    public record PrepareBody(
            @Schema(example = "2025-公开-001") @Nullable String publicationNumber,
            @Schema(example = "征收土地补偿标准") @Nullable String title,

            @Schema(description = "《条例》第二十条各项、第二十一条或者其他", example = "localMatters") @Nullable String contentClass,

            @Schema(description = "本机关的重点公开内容，可以不填", example = "有关农村的重要政策法规") @Nullable String emphasis,

            @Schema(example = "2025-03-03") @Nullable String madeOn) {}

    /** The review before publication. */
    public record ReviewBody(
            @Schema(example = "2025-03-05") @Nullable String reviewedOn,
            @Schema(example = "王主任") @Nullable String reviewer,

            @Schema(example = "publish", description = "publish、publishInPart、doNotPublish、referred") @Nullable String verdict,

            @Schema(description = "不予公开、部分公开或者报有关部门确定的，须填写", example = "第十五条") @Nullable String ground) {}

    /** Publication through one channel. */
    public record PublishBody(
            @Schema(
                    example = "website",
                    description = "website、account、gazette、noticeBoard、broadcast、meeting、press、other")
            @Nullable String channel,

            @Schema(example = "2025-03-06") @Nullable String publishedOn,
            @Schema(example = "首页 政策文件栏") @Nullable String place) {}

    /** A change of what is public. */
    public record UpdateBody(
            @Schema(example = "2025-06-02") @Nullable String updatedOn,
            @Schema(example = "补偿标准调整") @Nullable String what) {}

    /** Withdrawal from a channel, or from all. */
    public record WithdrawBody(
            @Schema(example = "2025-12-01") @Nullable String withdrawnOn,

            @Schema(description = "不填为全部渠道", example = "noticeBoard") @Nullable String channel,

            @Schema(example = "公示期满") @Nullable String reason) {}

    /** What was recorded wrongly. */
    public record CorrectBody(
            @Schema(description = "facts 中的标识，例如 title、publishedOn:2", example = "title") @Nullable String fact,

            @Schema(example = "征收土地补偿标准（2025年）") @Nullable String corrected,
            @Schema(example = "录入错误") @Nullable String reason) {}

    @PostMapping("/publications")
    @Requires(Right.RECEIVE)
    @Operation(summary = "登记一条待公开的信息", description = "同样的内容再次提交不产生变化；同一编号、不同内容会被拒绝")
    public ResponseEntity<RecordedReply> preparePublication(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PrepareBody body,
            Principal user) {
        organs.require(organ);
        Map<String, String> texts = texts(
                "publicationNumber", body.publicationNumber(),
                "title", body.title(),
                "contentClass", body.contentClass(),
                "emphasis", body.emphasis(),
                "madeOn", body.madeOn());
        return answer(publications.prepare(
                organ, texts, user.getName(), keys.of(key, user.getName(), "preparePublication", organ, body)));
    }

    @PostMapping("/publications/{publicationId}/review")
    @Requires(Right.DECIDE)
    @Operation(summary = "登记公开前的审查（第十七条）")
    public ResponseEntity<RecordedReply> reviewPublication(
            @PathVariable String organ,
            @PathVariable String publicationId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ReviewBody body,
            Principal user) {
        Map<String, String> texts = texts(
                "reviewedOn", body.reviewedOn(),
                "reviewer", body.reviewer(),
                "verdict", body.verdict(),
                "ground", body.ground());
        return take(organ, publicationId, PublicationStepKind.REVIEW, texts, key, user);
    }

    @PostMapping("/publications/{publicationId}/publish")
    @Requires(Right.RECEIVE)
    @Operation(
            summary = "登记在一个渠道公开（第二十三条、第二十六条）",
            description = "没有经过审查、审查结论为不予公开的会被拒绝；超过20个工作日的登记并提示。更新之后在原渠道再次公开也用这个接口")
    public ResponseEntity<RecordedReply> publishPublication(
            @PathVariable String organ,
            @PathVariable String publicationId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PublishBody body,
            Principal user) {
        Map<String, String> texts = texts(
                "channel", body.channel(),
                "publishedOn", body.publishedOn(),
                "place", body.place());
        return take(organ, publicationId, PublicationStepKind.PUBLISH, texts, key, user);
    }

    @PostMapping("/publications/{publicationId}/update")
    @Requires(Right.RECEIVE)
    @Operation(summary = "登记信息变更（第二十六条）", description = "变更后须重新审查，并自变更之日起20个工作日内公开")
    public ResponseEntity<RecordedReply> updatePublication(
            @PathVariable String organ,
            @PathVariable String publicationId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody UpdateBody body,
            Principal user) {
        Map<String, String> texts = texts("updatedOn", body.updatedOn(), "what", body.what());
        return take(organ, publicationId, PublicationStepKind.UPDATE, texts, key, user);
    }

    @PostMapping("/publications/{publicationId}/withdraw")
    @Requires(Right.RECEIVE)
    @Operation(summary = "登记撤回", description = "不填 channel 为从全部渠道撤回")
    public ResponseEntity<RecordedReply> withdrawPublication(
            @PathVariable String organ,
            @PathVariable String publicationId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody WithdrawBody body,
            Principal user) {
        Map<String, String> texts = texts(
                "withdrawnOn", body.withdrawnOn(),
                "channel", body.channel(),
                "reason", body.reason());
        return take(organ, publicationId, PublicationStepKind.WITHDRAW, texts, key, user);
    }

    private ResponseEntity<RecordedReply> take(
            String organ,
            String publicationId,
            PublicationStepKind kind,
            Map<String, String> texts,
            @Nullable String key,
            Principal user) {
        organs.require(organ);
        return answer(publications.take(
                organ,
                publicationId,
                kind,
                texts,
                user.getName(),
                keys.of(key, user.getName(), kind.id() + "Publication", organ, publicationId, texts)));
    }

    @PostMapping("/publications/{publicationId}/corrections")
    @Requires(Right.RECEIVE)
    @Operation(summary = "更正误记", description = "fact 为一项事实的标识；步骤的事实带步骤序号，例如 publishedOn:2。误记与更正都留存")
    public ResponseEntity<RecordedReply> correctPublication(
            @PathVariable String organ,
            @PathVariable String publicationId,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody CorrectBody body,
            Principal user) {
        organs.require(organ);
        if (body.fact() == null || body.fact().isBlank()) {
            throw Problem.badRequest("fact", "fact 必填");
        }
        return answer(publications.correct(
                organ,
                publicationId,
                body.fact(),
                body.corrected() == null ? "" : body.corrected(),
                body.reason() == null ? "" : body.reason(),
                user.getName(),
                keys.of(key, user.getName(), "correctPublication", organ, publicationId, body)));
    }

    private static ResponseEntity<RecordedReply> answer(Recorded recorded) {
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(RecordedReply.of(recorded));
    }

    /** Pairs of identifier and text; what is null was not said. */
    private static Map<String, String> texts(@Nullable String... pairs) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            String fact = pairs[i];
            String text = pairs[i + 1];
            if (fact != null && text != null) {
                texts.put(fact, text);
            }
        }
        return texts;
    }

    @GetMapping("/publications")
    @Operation(
            summary = "主动公开信息列表，每页 200 条，最近登记的在前",
            description = "year：公开年度，没有公开过的按形成年度；channel：在该渠道公开过；stage：prepared、approved、refused、published、withdrawn；"
                    + "text：编号或者名称的一部分")
    public ListReply listPublications(
            @PathVariable String organ,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String contentClass,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "0") int offset) {
        organs.require(organ);
        PublicationFilter filter = PublicationFilters.of(year, contentClass, channel, stage, text);
        int from = Math.max(0, offset);
        ReadPoint at = points.past(asOf);
        if (at.asOf() != null) {
            List<PublicationSummary> then = publications.then(organ, filter, at);
            return new ListReply(
                    then.size(),
                    from,
                    then.stream().skip(from).limit(PAGE).map(SummaryReply::of).toList());
        }
        return new ListReply(
                publications.count(organ, filter),
                from,
                publications.page(organ, filter, from, PAGE).stream()
                        .map(SummaryReply::of)
                        .toList());
    }

    @GetMapping("/publications/{publicationId}")
    @Operation(summary = "一条主动公开信息：现状、下一步和事件历史")
    public OpenedReply openPublication(
            @PathVariable String organ,
            @PathVariable String publicationId,
            @RequestParam(required = false) @Nullable String asOf) {
        organs.require(organ);
        ReadPoint at = points.past(asOf);
        return OpenedReply.of(
                at.asOf() == null
                        ? publications.open(organ, publicationId)
                        : publications.open(organ, publicationId, at),
                json);
    }

    @GetMapping("/publications/export")
    @Exports(ExportKind.PUBLICATIONS)
    @Operation(summary = "导出列表（CSV）", description = "筛选条件与列表相同")
    @ApiResponse(
            responseCode = "200",
            description = "列表",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<StreamingResponseBody> exportPublications(
            @PathVariable String organ,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String contentClass,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String asOf) {
        ReadPoint at = points.past(asOf);
        String name = organs.require(organ).name();
        PublicationFilter filter = PublicationFilters.of(year, contentClass, channel, stage, text);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(name + "主动公开信息.csv"))
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(out -> {
                    Path file = uploads.scratch();
                    try {
                        try (var written = Files.newOutputStream(file)) {
                            if (at.asOf() == null) {
                                publications.export(organ, filter, written);
                            } else {
                                publications.export(organ, filter, at, written);
                            }
                        }
                        Files.copy(file, out);
                    } finally {
                        Files.deleteIfExists(file);
                    }
                });
    }

    @GetMapping("/annual-reports/{year}/publications")
    @Operation(
            summary = "年度主动公开情况：按内容、按渠道的件数和构成",
            description = "总体情况部分的数字。asOf：按该时刻已知的内容统计，例如 2023-01-20T08:00:00Z；不填为现在")
    public CountsReply countPublications(
            @PathVariable String organ, @PathVariable int year, @RequestParam(required = false) @Nullable String asOf) {
        organs.require(organ);
        return CountsReply.of(organ, year, figures.of(organ, year, asOf));
    }
}
