package org.disclosureledger.application.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import tools.jackson.databind.JsonNode;

/** A signed head whose signature holds. */
record PackageHead(String where, long number, String hash, String recordedAt, String algorithm) {

    private static final List<String> SIGNED = List.of(
            "ledger", "number", "algorithm", "hash", "recordedAt", "signedAt", "signatureAlgorithm", "publicKey");
    private static final Set<String> NUMBERS = Set.of("number", "version");
    private static final int FIELDS = 11;
    private static final int KEY_ID = 32;

    /**
     * @param trusted public keys as DER in hexadecimal digits
     * @throws IllegalArgumentException when it is not a head of this ledger signed by one of the keys
     */
    static PackageHead read(String where, byte[] file, UUID ledger, Set<String> trusted) {
        JsonNode json = StrictJson.read(file);
        require(json.isObject() && json.size() == FIELDS, "头的字段不合规定");
        json.properties()
                .forEach(p -> require(
                        NUMBERS.contains(p.getKey())
                                ? p.getValue().isIntegralNumber()
                                        && p.getValue().canConvertToLong()
                                : p.getValue().isString(),
                        "头的字段不合规定"));
        require(SIGNED.stream().allMatch(json::has) && json.has("keyId"), "头的字段不合规定");
        require(json.path("version").longValue() == 1 && json.path("number").longValue() >= 0, "头的版本或编号不合规定");
        require(json.path("ledger").asString().equals(ledger.toString()), "不是这本账的头");
        byte[] key = base64(json.path("publicKey").asString());
        byte[] signature = base64(json.path("signature").asString());
        String keyId = HexFormat.of()
                .formatHex(HashAlgorithm.SHA_256.digest().digest(key))
                .substring(0, KEY_ID);
        require(
                trusted.contains(HexFormat.of().formatHex(key))
                        && json.path("keyId").asString().equals(keyId),
                "签名的公钥不在可信的公钥之中");
        require(
                HeadSignatures.verifies(json.path("signatureAlgorithm").asString(), key, signed(json), signature),
                "签名不符");
        return new PackageHead(
                where,
                json.path("number").longValue(),
                json.path("hash").asString(),
                json.path("recordedAt").asString(),
                json.path("algorithm").asString());
    }

    private static byte[] signed(JsonNode json) {
        StringBuilder text = new StringBuilder("disclosure-ledger head 1\n");
        SIGNED.forEach(name -> text.append(json.path(name).asString()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        require(Base64.getEncoder().encodeToString(bytes).equals(text), "Base64 不规范");
        return bytes;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
