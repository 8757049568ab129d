package org.disclosureledger.application.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.letter.LetterTemplates.InForce;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.HoldsNoData;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The templates of letters over HTTP. To put the same template twice has one effect, so that these calls need no
 * {@code Idempotency-Key}.
 */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/letter-templates")
@Tag(name = "文书模板")
public class LetterTemplateController {

    private final Organs organs;
    private final LetterTemplates templates;
    private final Letters letters;

    public LetterTemplateController(Organs organs, LetterTemplates templates, Letters letters) {
        this.organs = organs;
        this.templates = templates;
        this.letters = letters;
    }

    /** A field that the letter can have. */
    public record FieldReply(String name, boolean required, String description, String example) {}

    /**
     * The template in force.
     *
     * @param kind identifier of the letter
     * @param outcome the result that the letter answers with; null for letters of the procedure
     * @param replaced whether it is the organ's own; the last three are null for the default
     */
    public record TemplateReply(
            String kind,
            String title,
            @Nullable String outcome,
            boolean replaced,
            String sha256,
            List<FieldReply> fields,
            @Nullable String fileName,
            @Nullable String replacedBy,
            @Nullable Instant replacedAt) {}

    @GetMapping
    @Operation(summary = "全部文书的模板", description = "每种文书：用的是默认模板还是本机关的模板，可以写哪些要素、必须有哪些")
    public List<TemplateReply> listLetterTemplates(@PathVariable String organ) {
        organs.require(organ);
        return templates.all(organ).stream()
                .map(LetterTemplateController::reply)
                .toList();
    }

    @GetMapping("/{kind}")
    @HoldsNoData
    @Operation(summary = "下载在用的模板")
    @LetterFile
    public ResponseEntity<byte[]> download(@PathVariable String organ, @PathVariable String kind) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        return file(letter.label() + ".docx", templates.content(organ, letter));
    }

    @GetMapping("/{kind}/preview")
    @HoldsNoData
    @Operation(summary = "用虚构的内容填写在用的模板")
    @LetterFile
    public ResponseEntity<byte[]> preview(@PathVariable String organ, @PathVariable String kind) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        try {
            return file(letter.label() + "（预览）.docx", letters.preview(organ, letter));
        } catch (TemplateRefused e) {
            throw problem(e);
        }
    }

    @PutMapping(value = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Right.SET_UP)
    @Operation(summary = "替换模板（表单上传）", description = "先用虚构的内容试填，有错误时逐个要素列出，原来的模板不变。以前的各版都留存")
    public TemplateReply upload(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestPart("file") MultipartFile file,
            Principal user)
            throws IOException {
        try (InputStream in = file.getInputStream()) {
            return take(organ, kind, in, file.getOriginalFilename(), user);
        }
    }

    @PutMapping("/{kind}")
    @Requires(Right.SET_UP)
    @Operation(
            summary = "替换模板（请求体即文件）",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = LetterTemplates.DOCX,
                                            schema = @Schema(type = "string", format = "binary"))))
    public TemplateReply body(
            @PathVariable String organ,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable @Parameter(description = "文件名") String fileName,
            @Parameter(hidden = true) HttpServletRequest request,
            Principal user)
            throws IOException {
        return take(organ, kind, request.getInputStream(), fileName, user);
    }

    @DeleteMapping("/{kind}")
    @Requires(Right.SET_UP)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "恢复默认模板", description = "本机关的模板留存，不再使用")
    public void restore(@PathVariable String organ, @PathVariable String kind, Principal user) {
        organs.require(organ);
        templates.restore(organ, LetterTemplates.kind(kind), user.getName());
    }

    private TemplateReply take(String organ, String kind, InputStream in, @Nullable String fileName, Principal user)
            throws IOException {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        try {
            return reply(templates.replace(organ, letter, LetterTemplates.read(in), fileName, user.getName()));
        } catch (TemplateRefused e) {
            throw problem(e);
        }
    }

    static Problem problem(TemplateRefused refused) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "letter-template",
                "模板不能使用",
                String.valueOf(refused.getMessage()),
                Map.of("errors", FindingReply.of(refused.findings())));
    }

    private static TemplateReply reply(InForce template) {
        LetterKind kind = template.kind();
        var outcome = kind.outcome();
        TemplateVersion version = template.version();
        return new TemplateReply(
                kind.id(),
                kind.label(),
                outcome == null ? null : outcome.id(),
                template.replaced(),
                template.sha256(),
                LetterField.usableIn(kind).stream()
                        .map(f -> new FieldReply(f.id(), f.isRequiredIn(kind), f.description(), f.example()))
                        .toList(),
                version == null ? null : version.fileName(),
                version == null ? null : version.replacedBy(),
                version == null ? null : version.replacedAt());
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(name))
                .contentType(MediaType.parseMediaType(LetterTemplates.DOCX))
                .body(content);
    }
}
