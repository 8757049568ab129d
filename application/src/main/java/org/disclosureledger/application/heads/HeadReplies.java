package org.disclosureledger.application.heads;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.eventstore.LedgerHead;

/** Heads as the API tells them. Instants are texts: their digits are part of what was signed. */
final class HeadReplies {

    private HeadReplies() {}

    @Schema(description = "台账的最后一条记录")
    record HeadReply(
            @Schema(description = "台账的标识") UUID ledger,
            @Schema(description = "编号") long number,
            @Schema(description = "杂凑算法", example = "SM3") String algorithm,
            @Schema(description = "校验值，十六进制") String hash,

            @Schema(description = "登记的时刻", example = "2026-11-25T03:28:41.806292Z")
            String recordedAt) {}

    /** In the order of the file's lines. */
    @Schema(description = "一份签名存证")
    record SignedHeadReply(
            @Schema(description = "杂凑算法", example = "SM3") String algorithm,
            @Schema(description = "校验值，十六进制") String hash,
            @Schema(description = "公钥的标识") String keyId,
            @Schema(description = "台账的标识") UUID ledger,
            @Schema(description = "编号") long number,
            @Schema(description = "公钥，Base64") String publicKey,

            @Schema(description = "登记的时刻", example = "2026-11-25T03:28:41.806292Z")
            String recordedAt,

            @Schema(description = "签名，Base64") String signature,
            @Schema(description = "签名算法", example = "SM2") String signatureAlgorithm,

            @Schema(description = "签名的时刻", example = "2026-11-25T03:28:52Z")
            String signedAt,

            @Schema(description = "格式的版本") int version) {}

    @Schema(description = "不能读取的存证文件")
    record UnreadableHead(
            @Schema(description = "文件名") String file,
            @Schema(description = "原因") String reason) {}

    @Schema(description = "最近的签名存证")
    record HeadsReply(
            @Schema(description = "存证总数") int count, List<SignedHeadReply> heads, List<UnreadableHead> unreadable) {}

    static HeadReply of(LedgerHead head) {
        return new HeadReply(
                head.ledger(),
                head.number(),
                head.algorithm().label(),
                head.hex(),
                SignedHead.RECORDED.format(head.recordedAt()));
    }

    static SignedHeadReply of(SignedHead signed) {
        LedgerHead head = signed.head();
        return new SignedHeadReply(
                head.algorithm().label(),
                head.hex(),
                signed.key().id(),
                head.ledger(),
                head.number(),
                signed.key().base64(),
                SignedHead.RECORDED.format(head.recordedAt()),
                Base64.getEncoder().encodeToString(signed.signature()),
                signed.key().algorithm().label(),
                SignedHead.SIGNED.format(signed.signedAt()),
                SignedHead.VERSION);
    }
}
