package org.disclosureledger.application.attachment;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.register.FileRule;
import org.disclosureledger.application.registers.EntryReply;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.AttachmentKind;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a request over HTTP. */
@RestController
@Requires(Right.READ_IDENTITY)
@Shows(ReadingPurpose.ATTACHMENT)
@RequestMapping("/api/v1/organs/{organ}/requests/{caseId}/attachments")
@Tag(name = "附件")
public class AttachmentController {

    private static final int LONGEST_QUOTE = 20;

    private final Organs organs;
    private final CaseFiles files;
    private final CaseAttachments attachments;
    private final ReadPoints points;
    private final IdempotencyKeys keys;

    AttachmentController(
            Organs organs, CaseFiles files, CaseAttachments attachments, ReadPoints points, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.attachments = attachments;
        this.points = points;
        this.keys = keys;
    }

    /** A file of a case. */
    @Schema(name = "Attachment", description = "附件")
    public record AttachmentReply(
            @Schema(description = "在本案件中的编号，从 1 起，下载和撤回时用") int number,
            @Schema(description = "种类") AttachmentKind kind,
            @Schema(description = "文件名，明文") String fileName,
            @Schema(description = "由内容认出的类型") String mediaType,
            @Schema(description = "字节数") int size,
            @Schema(description = "文件的 SHA-256，十六进制") String sha256,
            @Schema(description = "登记它的事件的编号") long event) {

        static AttachmentReply of(CaseAttachment attachment) {
            return new AttachmentReply(
                    attachment.number(),
                    attachment.kind(),
                    attachment.fileName(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.digest(),
                    attachment.event());
        }
    }

    /** The files of a case. */
    @Schema(name = "Attachments", description = "一件申请的附件，已撤回的不在内")
    public record AttachmentsReply(List<AttachmentReply> attachments) {}

    /** What became of files that were handed in. */
    @Schema(name = "AddedAttachments", description = "添加附件的结果")
    @WithoutNulls
    public record AddedReply(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            @Schema(description = "登记了几个事件") int events,

            @Schema(description = "添加了的附件；与已有的完全相同的不重复添加，见 warnings")
            List<AttachmentReply> added,

            @Schema(description = "已登记，但请注意的") List<FindingReply> warnings,

            @Schema(description = "在台账中的位置；没有登记新内容时没有") @Nullable Receipt ledger) {}

    /** Why a file is withdrawn. */
    @Schema(description = "撤回误加的附件", example = "{\"reason\":\"属于另一件申请\"}")
    public record WithdrawalBody(
            @Schema(description = "理由，加密保存", requiredMode = REQUIRED, maxLength = 500) @Nullable String reason) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Right.RECEIVE)
    @Operation(
            summary = "添加附件（表单上传）",
            description = "一次最多 20 个文件，每个不超过 20 MB，种类相同；类型由内容认出，不看文件名。"
                    + "可以是 PDF、JPEG、PNG、TIFF、Word、Excel、WPS、OFD、电子邮件（eml、msg）、文本、ZIP；程序、含有宏的文件、网页不收。"
                    + "有一个不合要求，就都不添加")
    public ResponseEntity<AddedReply> addAttachments(
            @PathVariable String organ,
            @PathVariable String caseId,
            @Parameter(
                            description = "种类：application 申请书、identity 身份证明、powerOfAttorney 授权委托书、correction 补正材料、"
                                    + "thirdPartyOpinion 第三方意见、proofOfDelivery 送达回证、providedInformation 提供的信息、other 其他")
                    @RequestPart(name = "kind", required = false)
                    @Nullable String kind,
            @Parameter(description = "文件") @RequestPart(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            Principal user) {
        organs.require(organ);
        files.require(organ, caseId);
        List<HandedInFile> handedIn = attachments.look(uploads);
        Recorded recorded = attachments.add(
                organ,
                caseId,
                kind(kind),
                handedIn,
                user.getName(),
                keys.of(
                        key,
                        user.getName(),
                        "addAttachments",
                        organ,
                        caseId,
                        kind,
                        handedIn.stream().map(HandedInFile::identity).toList()));
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(added(organ, recorded));
    }

    @GetMapping
    @Operation(summary = "一件申请的附件", description = "按添加的先后；文件名为明文")
    public AttachmentsReply listAttachments(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String asOf) {
        organs.require(organ);
        return new AttachmentsReply(attachments.of(files.require(organ, caseId, points.past(asOf))).stream()
                .map(AttachmentReply::of)
                .toList());
    }

    @GetMapping("/{number}/content")
    @Operation(summary = "下载附件", description = "与添加时逐字节相同；总是作为文件下载")
    @ApiResponse(
            responseCode = "200",
            description = "文件",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<byte[]> downloadAttachment(
            @PathVariable String organ,
            @PathVariable String caseId,
            @Parameter(description = "在本案件中的编号") @PathVariable int number) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        CaseAttachment attachment = attachments.require(file, number);
        return file(attachment, attachments.content(file, attachment));
    }

    @PostMapping("/{number}/withdrawal")
    @Requires(Right.HANDLE)
    @Operation(summary = "撤回误加的附件", description = "不再列出，不能再下载；添加和撤回都留在历史里，文件仍加密留存")
    public EntryReply withdrawAttachment(
            @PathVariable String organ,
            @PathVariable String caseId,
            @Parameter(description = "在本案件中的编号") @PathVariable int number,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody WithdrawalBody body,
            Principal user) {
        organs.require(organ);
        return EntryReply.of(attachments.withdraw(
                organ,
                caseId,
                number,
                body.reason(),
                user.getName(),
                keys.of(key, user.getName(), "withdrawAttachment", organ, caseId, number, body)));
    }

    /**
     * What somebody says that files are; null when nobody does.
     *
     * @throws CommandRejected when there is no such kind
     */
    public static @Nullable AttachmentKind kind(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return Arrays.stream(AttachmentKind.values())
                .filter(k -> k.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandRejected(FileRule.UNKNOWN_CODE.onField(
                        "kind",
                        id.substring(0, Math.min(id.length(), LONGEST_QUOTE)),
                        Arrays.stream(AttachmentKind.values())
                                .map(AttachmentKind::id)
                                .collect(Collectors.joining("、")))));
    }

    /** Always to be saved, never to be shown within a page. */
    public static ResponseEntity<byte[]> file(CaseAttachment attachment, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(attachment.downloadName()))
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .body(content);
    }

    /** The files that a command added, whatever became of them later. */
    private AddedReply added(String organ, Recorded recorded) {
        Receipt receipt = recorded.receipt();
        List<CaseAttachment> added = receipt == null
                ? List.of()
                : attachments.of(files.require(organ, recorded.aggregateId()).until(receipt.last())).stream()
                        .filter(a -> a.event() >= receipt.first())
                        .toList();
        return new AddedReply(
                recorded.aggregateId(),
                recorded.events(),
                added.stream().map(AttachmentReply::of).toList(),
                FindingReply.of(recorded.findings()),
                receipt);
    }
}
