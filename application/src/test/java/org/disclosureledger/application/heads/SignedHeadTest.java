package org.disclosureledger.application.heads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed is what is read, and nothing in it can be changed. */
class SignedHeadTest {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|\\d+)");

    @Test
    void fileIsOneLineOfSortedFields() {
        HeadPublicKey key = HeadExamples.SM2.publicKey();
        String text = new String(HeadExamples.signed(1000).json(), UTF_8);
        assertThat(text)
                .startsWith(
                        "{\"algorithm\":\"SM3\",\"hash\":\"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0\","
                                + "\"keyId\":\"" + key.id()
                                + "\",\"ledger\":\"6f0c8a4e-3f4b-4a53-9d0e-0d9a2f6f1c11\",\"number\":1000,"
                                + "\"publicKey\":\"" + key.base64()
                                + "\",\"recordedAt\":\"2026-01-05T01:02:03.456789Z\",\"signature\":\"")
                .endsWith("\",\"signatureAlgorithm\":\"SM2\",\"signedAt\":\"2026-01-05T01:02:04Z\",\"version\":1}\n");
        assertThat(key.id()).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void onlyTheKeyThatSignedVerifies(SignatureAlgorithm algorithm) throws BrokenHead {
        HeadSigner signer = HeadExamples.signer(algorithm);
        byte[] json = signer.sign(HeadExamples.head(7), HeadExamples.NOW).json();
        SignedHead read = SignedHead.read(json);
        assertThat(read.verify(signer.publicKey())).isTrue();
        assertThat(read.isWhole()).isTrue();
        assertThat(read.json()).isEqualTo(json);
        for (SignatureAlgorithm other : SignatureAlgorithm.values()) {
            assertThat(read.verify(HeadSigner.generate(other).publicKey())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-openssl-sm2.json", "by-openssl-ed25519.json"})
    void signatureOfAnotherProgramVerifies(String file) throws BrokenHead {
        byte[] json = HeadExamples.resource(file);
        SignedHead read = SignedHead.read(json);
        assertThat(read.isWhole()).isTrue();
        assertThat(read.json()).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void noFieldCanBeChanged(SignatureAlgorithm algorithm) {
        HeadSigner signer = HeadExamples.signer(algorithm);
        SignedHead signed = signer.sign(HeadExamples.head(1000), HeadExamples.NOW);
        SignedHead other = HeadSigner.generate(algorithm).sign(HeadExamples.head(1000), HeadExamples.NOW);
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("algorithm", "\"SHA-256\"");
        changes.put("hash", "\"" + "0".repeat(64) + "\"");
        changes.put("keyId", "\"" + other.key().id() + "\"");
        changes.put("ledger", "\"6f0c8a4e-3f4b-4a53-9d0e-0d9a2f6f1c12\"");
        changes.put("number", "1001");
        changes.put("publicKey", "\"" + other.key().base64() + "\"");
        changes.put("recordedAt", "\"2026-01-05T01:02:03.456788Z\"");
        changes.put("signature", "\"" + other.fields().get("signature") + "\"");
        changes.put("signatureAlgorithm", algorithm == SignatureAlgorithm.SM2 ? "\"Ed25519\"" : "\"SM2\"");
        changes.put("signedAt", "\"2026-01-05T01:02:05Z\"");
        changes.put("version", "2");
        assertThat(signed.fields().keySet()).isEqualTo(changes.keySet());
        String text = new String(signed.json(), UTF_8);
        changes.forEach((field, value) -> {
            String changed = text.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\d+)", "\"" + field + "\":" + value);
            assertThat(changed).isNotEqualTo(text);
            assertThat(verifies(changed, signer)).as(field).isFalse();
            String without = FIELD.matcher(text)
                    .replaceAll(m ->
                            m.group(1).equals(field) ? "\"x\":0" : m.group().replace("$", "\\$"));
            assertThat(verifies(without, signer)).as("without " + field).isFalse();
        });
    }

    /** Another spelling of the same value would pass the signature, but it is not the file that was signed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "66c7f0>66C7F0",
                "6f0c8a4e-3f4b>6F0C8A4E-3F4B",
                "\"SM3\">\"sm3\"",
                ".456789Z\">.456789000Z\"",
                "02:04Z\">02:04.0Z\"",
                "\"number\":1000>\"number\":1000.0",
                "\"number\":1000>\"number\":\"1000\"",
                "\"number\":1000>\"number\":1000,\"number\":1000",
                "\"version\":1>\"version\":1,\"extra\":1",
                "\"version\":1>\"version\":1.0"
            })
    void anotherSpellingIsRefused(String change) {
        String[] parts = change.split(">");
        String text = new String(HeadExamples.signed(1000).json(), UTF_8);
        assertThat(text).contains(parts[0]);
        assertThat(verifies(text.replace(parts[0], parts[1]), HeadExamples.SM2)).isFalse();
    }

    @Test
    void whateverIsInTheFileTheAnswerIsASentence() {
        for (String hostile : List.of(
                "",
                "null",
                "[]",
                "1",
                "{}",
                "{\"version\":1}",
                "{\"version\":1} {}",
                "[".repeat(10_000),
                "{\"version\":1,\"number\":1e999999999}",
                "x".repeat(1_000_000),
                "\u0000\uFFFF",
                "{\"version\":1,\"ledger\":{},\"number\":-1}")) {
            assertThatThrownBy(() -> SignedHead.read(hostile.getBytes(UTF_8)))
                    .isInstanceOfSatisfying(
                            BrokenHead.class, e -> assertThat(e.sentence()).isNotBlank());
        }
    }

    @Test
    void anySingleChangedByteIsFound() {
        Random random = new Random(20260105);
        byte[] whole = HeadExamples.signed(1000).json();
        for (int i = 0; i < 500; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(changed.length - 1);
            changed[at] = (byte) (changed[at] ^ (1 << random.nextInt(7)));
            assertThat(verifies(new String(changed, UTF_8), HeadExamples.SM2))
                    .as("byte %s", at)
                    .isFalse();
        }
    }

    private static boolean verifies(String json, HeadSigner signer) {
        try {
            return SignedHead.read(json.getBytes(UTF_8)).verify(signer.publicKey());
        } catch (BrokenHead e) {
            return false;
        }
    }
}
