package org.disclosureledger.application.heads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.readtrail.HoldsNoData;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The head of the ledger, signed heads and the key to verify them with. */
@RestController
@Requires(Right.AUDIT)
@RequestMapping("/api/v1/ledger")
@Tag(name = "台账校验")
public class HeadController {

    private static final Logger LOG = LoggerFactory.getLogger(HeadController.class);
    private static final int MOST = 1_000;

    private final Ledger ledger;
    private final HeadKeeper keeper;
    private final HeadDirectory directory;
    private final HeadSigner signer;

    HeadController(Ledger ledger, HeadKeeper keeper, HeadDirectory directory, HeadSigner signer) {
        this.ledger = ledger;
        this.keeper = keeper;
        this.directory = directory;
        this.signer = signer;
    }

    @GetMapping("/head")
    @Operation(summary = "台账现在的最后一条记录：编号和校验值", description = "没有签名；抄下编号和校验值，日后就可以核对这一条及以前的记录有没有被改动")
    public HeadReplies.HeadReply openHead() {
        return HeadReplies.of(ledger.ledgerHead());
    }

    @GetMapping("/heads")
    @Operation(summary = "最近的签名存证", description = "编号大的在前；limit 为 1 至 1000。每一项与文件内容相同。目录中不能读取的文件列在 unreadable")
    public HeadReplies.HeadsReply listHeads(@RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "limit 应为 1 至 " + MOST);
        }
        List<HeadName> names = names();
        List<HeadReplies.SignedHeadReply> heads = new ArrayList<>();
        List<HeadReplies.UnreadableHead> unreadable = new ArrayList<>();
        for (HeadName name : names.subList(0, Math.min(limit, names.size()))) {
            try {
                heads.add(HeadReplies.of(directory.read(name)));
            } catch (BrokenHead e) {
                unreadable.add(new HeadReplies.UnreadableHead(name.fileName(), e.sentence()));
            }
        }
        return new HeadReplies.HeadsReply(names.size(), heads, unreadable);
    }

    private List<HeadName> names() {
        try {
            List<HeadName> names = new ArrayList<>(directory.names());
            Collections.reverse(names);
            return names;
        } catch (IOException e) {
            LOG.error("the directory of heads cannot be read", e);
            throw unavailable("保存存证的目录不能读取");
        }
    }

    @PostMapping("/heads")
    @Operation(summary = "立即签出一份存证", description = "写入目录，并送往已配置的 WORM 目录和接收方")
    @ApiResponse(responseCode = "201", description = "已签出", useReturnTypeSchema = true)
    public ResponseEntity<HeadReplies.SignedHeadReply> signHead() {
        try {
            return ResponseEntity.status(HttpStatus.CREATED).body(HeadReplies.of(keeper.sign()));
        } catch (UncheckedIOException e) {
            LOG.error("the head could not be signed", e);
            throw unavailable("保存存证的目录不能写入，没有签出");
        }
    }

    private static Problem unavailable(String sentence) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "heads-unavailable", "存证暂时不可用", sentence);
    }

    @GetMapping("/heads/public-key")
    @HoldsNoData
    @Operation(summary = "下载验证签名用的公钥（PEM）", description = "请交给保存存证的各方；验证时要用各自保存的公钥，不要用文件里的")
    @ApiResponse(
            responseCode = "200",
            description = "公钥",
            content =
                    @Content(
                            mediaType = "application/x-pem-file",
                            schema = @Schema(type = "string", format = "binary")))
    public ResponseEntity<byte[]> downloadPublicKey() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("head-signing.pub")
                                .build()
                                .toString())
                .body(signer.publicKey().pem().getBytes(StandardCharsets.US_ASCII));
    }
}
