package org.disclosureledger.application.heads;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.application.eventstore.LedgerHead;
import tools.jackson.databind.json.JsonMapper;

/**
 * A head of the ledger with a signature: who holds it can show later that the history up to it was then as it says.
 *
 * @param signedAt instant of the signature in whole seconds, by the clock of the machine
 * @param key which it was signed with; tells nothing by itself about who owns it
 */
public record SignedHead(LedgerHead head, Instant signedAt, HeadPublicKey key, byte[] signature) {

    static final int VERSION = 1;
    static final DateTimeFormatter RECORDED = format("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    static final DateTimeFormatter SIGNED = format("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The bytes that are signed: what the file says, line by line. */
    static byte[] message(LedgerHead head, Instant signedAt, HeadPublicKey key) {
        return String.join(
                        "\n",
                        "disclosure-ledger head " + VERSION,
                        head.ledger().toString(),
                        Long.toString(head.number()),
                        head.algorithm().label(),
                        head.hex(),
                        RECORDED.format(head.recordedAt()),
                        SIGNED.format(signedAt),
                        key.algorithm().label(),
                        key.base64(),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the owner of this key signed exactly this. */
    public boolean verify(HeadPublicKey trusted) {
        return key.equals(trusted) && isWhole();
    }

    /** Whether nothing in it was changed since its own key signed it. */
    public boolean isWhole() {
        return key.verifies(message(head, signedAt, key), signature);
    }

    /** The fields of the file, sorted by name. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("version", VERSION);
        fields.put("ledger", head.ledger().toString());
        fields.put("number", head.number());
        fields.put("algorithm", head.algorithm().label());
        fields.put("hash", head.hex());
        fields.put("recordedAt", RECORDED.format(head.recordedAt()));
        fields.put("signedAt", SIGNED.format(signedAt));
        fields.put("signatureAlgorithm", key.algorithm().label());
        fields.put("publicKey", key.base64());
        fields.put("keyId", key.id());
        fields.put("signature", Base64.getEncoder().encodeToString(signature));
        return fields;
    }

    /** The file: one line of JSON. */
    public byte[] json() {
        return (JSON.writeValueAsString(fields()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws BrokenHead when the bytes are not a signed head; whether its signature holds is another question */
    public static SignedHead read(byte[] json) throws BrokenHead {
        return SignedHeadReader.read(json);
    }
}
