package org.disclosureledger.application.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.registers.EntryReply;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.request.AnswerBodies;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The letters of a request over HTTP. */
@RestController
@Requires(Right.READ_IDENTITY)
@Shows(ReadingPurpose.LETTER)
@RequestMapping("/api/v1/organs/{organ}/requests/{caseId}/letters")
@Tag(name = "文书")
public class LetterController {

    private final Organs organs;
    private final CaseFiles files;
    private final CaseLetters letters;
    private final IdempotencyKeys keys;

    LetterController(Organs organs, CaseFiles files, CaseLetters letters, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.letters = letters;
        this.keys = keys;
    }

    /** A letter that was issued. */
    @Schema(name = "IssuedLetter", description = "出具了的文书")
    public record IssuedReply(
            @Schema(description = "登记它的事件的编号，下载和送达时用") long number,
            @Schema(description = "文书的种类") String kind,
            @Schema(description = "名称") String title,
            @Schema(description = "文号") String letterNumber,
            @Schema(description = "出具日期") LocalDate on,
            @Schema(description = "文件的 SHA-256，十六进制") String sha256,
            @Schema(description = "送达日期") @Nullable LocalDate deliveredOn,
            @Schema(description = "送达方式") @Nullable DeliveryMethod method) {

        static IssuedReply of(IssuedLetter letter) {
            return new IssuedReply(
                    letter.number(),
                    letter.kind().id(),
                    letter.kind().label(),
                    letter.letterNumber(),
                    letter.on(),
                    letter.digest(),
                    letter.deliveredOn(),
                    letter.method());
        }
    }

    /** A letter that the case gives cause for. */
    @Schema(name = "LetterOccasion", description = "办理到现在应当出具的文书")
    public record OccasionReply(
            @Schema(description = "文书的种类") String kind,
            @Schema(description = "名称") String title,
            @Schema(description = "它告知的事项是哪一号记录") long number,
            @Schema(description = "是否已经出具") boolean issued) {

        static OccasionReply of(LetterOccasion occasion) {
            return new OccasionReply(
                    occasion.kind().id(), occasion.kind().label(), occasion.number(), occasion.written());
        }
    }

    /** The letters of a case. */
    @Schema(name = "CaseLetters", description = "一件申请的文书")
    public record LettersReply(List<OccasionReply> occasions, List<IssuedReply> issued) {}

    /** One field of a draft. */
    @Schema(name = "LetterDraftField", description = "文书的一个要素")
    public record DraftFieldReply(
            @Schema(description = "名称") String name,
            @Schema(description = "说明") String description,
            @Schema(description = "必须有") boolean required,
            @Schema(description = "由承办人写；否则取自登记内容") boolean written,
            @Schema(description = "登记的内容") @Nullable String value) {}

    /** A letter before it is issued. */
    @Schema(name = "LetterDraft", description = "拟出具的文书")
    public record DraftReply(
            String kind,
            String title,
            @Schema(description = "它告知的事项是哪一号记录") long number,
            @Schema(description = "拟用的文号") String letterNumber,
            @Schema(description = "拟用的出具日期") LocalDate on,
            List<DraftFieldReply> fields) {

        static DraftReply of(LetterDraft draft) {
            return new DraftReply(
                    draft.kind().id(),
                    draft.kind().label(),
                    draft.number(),
                    draft.letterNumber(),
                    draft.on(),
                    draft.fields().stream()
                            .map(l -> new DraftFieldReply(
                                    l.field().id(), l.field().description(), l.required(), l.written(), l.value()))
                            .toList());
        }
    }

    @GetMapping
    @Operation(summary = "一件申请的文书", description = "办理到现在应当出具的，和已经出具的")
    public LettersReply listLetters(@PathVariable String organ, @PathVariable String caseId) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        return new LettersReply(
                letters.occasions(file).stream().map(OccasionReply::of).toList(),
                letters.issued(file).stream().map(IssuedReply::of).toList());
    }

    @GetMapping("/drafts/{kind}")
    @Operation(summary = "一种文书的拟稿", description = "各要素从登记内容能得到的值，和要由承办人写的")
    public DraftReply draftLetter(@PathVariable String organ, @PathVariable String caseId, @PathVariable String kind) {
        organs.require(organ);
        return DraftReply.of(letters.draft(organ, caseId, LetterTemplates.kind(kind)));
    }

    @PostMapping("/drafts/{kind}/preview")
    @Requires(Right.HANDLE)
    @Operation(summary = "预览文书", description = "Word 文件；不登记任何内容")
    @LetterFile
    public ResponseEntity<byte[]> previewLetter(
            @PathVariable String organ,
            @PathVariable String caseId,
            @PathVariable String kind,
            @RequestBody LetterBody body) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        return file(letter.label(), letters.preview(organ, caseId, letter, body));
    }

    @PostMapping("/{kind}")
    @Requires(Right.HANDLE)
    @Operation(summary = "出具文书", description = "写成、留存并登记；以后换了模板，它不变")
    public ResponseEntity<EntryReply> issueLetter(
            @PathVariable String organ,
            @PathVariable String caseId,
            @PathVariable String kind,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody LetterBody body,
            Principal user) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        return answer(letters.issue(
                organ,
                caseId,
                letter,
                body,
                user.getName(),
                keys.of(key, user.getName(), "issueLetter", organ, caseId, kind, body)));
    }

    @GetMapping("/{number}/document")
    @Operation(summary = "下载出具了的文书", description = "与出具时逐字节相同")
    @LetterFile
    public ResponseEntity<byte[]> downloadLetter(
            @PathVariable String organ, @PathVariable String caseId, @PathVariable long number) {
        organs.require(organ);
        IssuedLetter letter = letters.require(files.require(organ, caseId), number);
        return file(letter.kind().label() + " " + letter.letterNumber(), letters.document(organ, caseId, number));
    }

    @PostMapping("/{number}/delivery")
    @Requires(Right.HANDLE)
    @Operation(summary = "登记文书的送达", description = "答复的文书送达，就是答复的送达")
    public ResponseEntity<EntryReply> deliverLetter(
            @PathVariable String organ,
            @PathVariable String caseId,
            @PathVariable long number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AnswerBodies.DeliverAnswerBody body,
            Principal user) {
        organs.require(organ);
        return answer(letters.deliver(
                organ,
                caseId,
                number,
                body,
                user.getName(),
                keys.of(key, user.getName(), "deliverLetter", organ, caseId, number, body)));
    }

    private static ResponseEntity<EntryReply> answer(Recorded recorded) {
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EntryReply.of(recorded));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(LetterTemplates.fileName(name)))
                .contentType(MediaType.parseMediaType(LetterTemplates.DOCX))
                .body(content);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(TemplateRefused e) {
        ProblemDetail problem = LetterTemplateController.problem(e).detail();
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
