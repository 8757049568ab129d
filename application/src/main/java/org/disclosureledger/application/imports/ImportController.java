package org.disclosureledger.application.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.RegisterId;
import org.disclosureledger.application.axon.Announcements;
import org.disclosureledger.application.limits.Costly;
import org.disclosureledger.application.limits.Door;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Register files over HTTP. */
@RestController
@Requires(Right.RECEIVE)
@RequestMapping("/api/v1/organs/{organ}/imports")
@Tag(name = "台账导入")
public class ImportController {

    private static final String PREFER = "Prefer";
    private static final String SUMMARY = "导入台账文件";
    private static final String DESCRIPTION = "以表单上传（file），或者请求体即文件（text/csv 或 XLSX）。整个文件要么全部登记，要么全部不登记；错误逐行列出";

    private final Organs organs;
    private final Imports imports;
    private final ImportJobStore jobs;
    private final Uploads uploads;
    private final ImportReply replies;
    private final IdempotencyKeys keys;

    public ImportController(
            Organs organs,
            Imports imports,
            ImportJobStore jobs,
            Uploads uploads,
            ImportReply replies,
            IdempotencyKeys keys) {
        this.organs = organs;
        this.imports = imports;
        this.jobs = jobs;
        this.uploads = uploads;
        this.replies = replies;
        this.keys = keys;
    }

    /** How a file is to be taken. */
    private record Mode(
            boolean dryRun,
            boolean corrections,
            @Nullable String reason,
            boolean async,
            @Nullable String key) {}

    @Costly(Door.IMPORT)
    @PostMapping(value = "/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @ImportAnswer.Described
    public ResponseEntity<StreamingResponseBody> importRegister(
            @PathVariable String organ,
            @RegisterId @PathVariable("id") String register,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean corrections,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = PREFER, required = false) @Nullable String prefer,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user)
            throws IOException {
        try (InputStream in = file.getInputStream()) {
            return take(
                    organ,
                    register,
                    in,
                    file.getSize(),
                    file.getOriginalFilename(),
                    file.getContentType(),
                    new Mode(dryRun, corrections, reason, isAsync(prefer), key),
                    user);
        }
    }

    @Costly(Door.IMPORT)
    @PostMapping("/{id}")
    @Operation(
            summary = SUMMARY,
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = Uploads.XLSX, schema = @Schema(type = "string", format = "binary"))
                            }))
    @ImportAnswer.Described
    public ResponseEntity<StreamingResponseBody> importRegister(
            @PathVariable String organ,
            @RegisterId @PathVariable("id") String register,
            @Parameter(description = "只检查，不登记") @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "与已登记内容不一致的，作为更正") @RequestParam(defaultValue = "false") boolean corrections,
            @Parameter(description = "更正的理由") @RequestParam(required = false) @Nullable String reason,
            @Parameter(description = "请求体即文件时的文件名，记入每个事件") @RequestParam(required = false) @Nullable String fileName,
            @Parameter(description = "respond-async：在后台处理，答复 202")
                    @RequestHeader(name = PREFER, required = false)
                    @Nullable String prefer,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @Parameter(hidden = true) HttpServletRequest request,
            Principal user)
            throws IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new Problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "media-type",
                    "文件类型不受支持",
                    "请以 text/csv 或 " + Uploads.XLSX + " 作为 Content-Type 发送文件");
        }
        return take(
                organ,
                register,
                request.getInputStream(),
                request.getContentLengthLong(),
                fileName,
                type,
                new Mode(dryRun, corrections, reason, isAsync(prefer), key),
                user);
    }

    private static boolean isAsync(@Nullable String prefer) {
        return prefer != null && prefer.contains("respond-async");
    }

    private ResponseEntity<StreamingResponseBody> take(
            String organ,
            String register,
            InputStream in,
            long announced,
            @Nullable String fileName,
            @Nullable String contentType,
            Mode mode,
            Principal user)
            throws IOException {
        organs.require(organ);
        RegisterLayout layout = RegisterLayout.byId(register)
                .orElseThrow(
                        () -> Problem.notFound("没有名为“" + register + "”的台账；可用：requests、remedies、documents、tallies"));
        Uploads.Upload upload = uploads.take(in, announced);
        ImportSpec spec = new ImportSpec(
                keys.of(mode.key(), user.getName(), "import").value(),
                organ,
                layout,
                upload.file(),
                Uploads.cleanName(fileName, layout, contentType),
                contentType,
                upload.sha256(),
                mode.dryRun(),
                mode.corrections(),
                mode.reason(),
                Announcements.first(),
                user.getName());
        if (mode.async()) {
            imports.submit(spec);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/organs/" + Organs.inPath(organ) + "/imports/" + spec.importId()))
                    .build();
        }
        return replies.of(imports.run(spec));
    }

    @GetMapping
    @Operation(summary = "最近的导入")
    public List<ImportJob> listImports(@PathVariable String organ) {
        organs.require(organ);
        return jobs.latest(organ, 50);
    }

    @GetMapping("/{id}")
    @Shows(ReadingPurpose.IMPORT_FINDINGS)
    @Operation(summary = "一次导入的进度和结果")
    @ApiResponse(
            responseCode = "200",
            description = "进度或结果",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportAnswer.class)))
    public ResponseEntity<StreamingResponseBody> openImport(
            @PathVariable String organ, @Parameter(description = "导入的标识") @PathVariable("id") UUID importId) {
        return replies.progress(require(organ, importId));
    }

    @GetMapping("/{id}/findings")
    @Shows(ReadingPurpose.IMPORT_FINDINGS)
    @Operation(summary = "一次导入的错误（severity=FAULT）或提示（severity=WARNING），每页 1000 条")
    public List<ImportFinding> listImportFindings(
            @PathVariable String organ,
            @Parameter(description = "导入的标识") @PathVariable("id") UUID importId,
            @RequestParam(defaultValue = "FAULT") Severity severity,
            @Parameter(description = "跳过的条数") @RequestParam(defaultValue = "0") long offset) {
        return jobs.findings(require(organ, importId), severity, Math.max(0, offset), 1_000);
    }

    private ImportJob require(String organ, UUID importId) {
        ImportJob job = jobs.find(organ, importId).orElseThrow(() -> Problem.notFound("没有这次导入"));
        job.requireReader();
        return job;
    }
}
