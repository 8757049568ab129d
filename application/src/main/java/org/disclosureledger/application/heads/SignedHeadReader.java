package org.disclosureledger.application.heads;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.eventstore.LedgerHead;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads signed heads that anybody may have written. Every value must be written as this program writes it: two
 * spellings of one value would be two files with one signature.
 */
final class SignedHeadReader {

    private static final int LONGEST = 16 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SignedHeadReader() {}

    static SignedHead read(byte[] json) throws BrokenHead {
        if (json.length > LONGEST) {
            throw new BrokenHead("文件过大，不是签名的存证", null);
        }
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new BrokenHead("不是 JSON", e);
        }
        if (node == null || !node.isObject()) {
            throw new BrokenHead("应为一个 JSON 对象", null);
        }
        if (!node.path("version").isInt() || node.path("version").intValue() != SignedHead.VERSION) {
            throw new BrokenHead("不认识的版本（version 应为 " + SignedHead.VERSION + "）", null);
        }
        SignedHead read;
        try {
            read = of(node);
        } catch (RuntimeException e) {
            throw new BrokenHead("内容不全或者不合格式：" + e.getMessage(), e);
        }
        compare(read, node);
        return read;
    }

    private static SignedHead of(JsonNode node) {
        LedgerHead head = new LedgerHead(
                UUID.fromString(text(node, "ledger")),
                number(node),
                HashAlgorithm.of(text(node, "algorithm")),
                HexFormat.of().parseHex(text(node, "hash")),
                SignedHead.RECORDED.parse(text(node, "recordedAt"), Instant::from));
        return new SignedHead(
                head,
                SignedHead.SIGNED.parse(text(node, "signedAt"), Instant::from),
                HeadPublicKey.of(Base64.getDecoder().decode(text(node, "publicKey"))),
                Base64.getDecoder().decode(text(node, "signature")));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("缺少 " + field);
        }
        return value.stringValue();
    }

    private static long number(JsonNode node) {
        JsonNode value = node.path("number");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException("number 应为不小于 0 的整数");
        }
        return value.longValue();
    }

    private static void compare(SignedHead read, JsonNode node) throws BrokenHead {
        Map<String, Object> fields = read.fields();
        if (read.head().hash().length != HashAlgorithm.LENGTH) {
            throw new BrokenHead("hash 应为 " + 2 * HashAlgorithm.LENGTH + " 个十六进制数字", null);
        }
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (!node.path(field.getKey()).asString().equals(field.getValue().toString())) {
                throw new BrokenHead(field.getKey() + " 的写法不合规定，或者与其他内容不一致", null);
            }
        }
        TreeSet<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(fields.keySet());
        if (!unknown.isEmpty()) {
            throw new BrokenHead("有多余的内容：" + unknown.first(), null);
        }
    }
}
