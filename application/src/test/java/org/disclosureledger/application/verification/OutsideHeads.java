package org.disclosureledger.application.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Signed heads in a directory that no superuser of the database reaches. */
final class OutsideHeads {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final KeyPair key;

    OutsideHeads(Path directory) throws GeneralSecurityException, IOException {
        this.directory = Files.createDirectories(directory);
        this.key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(
                publicKey(),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    Path directory() {
        return directory;
    }

    Path publicKey() {
        return directory.resolve("head-signing.pub");
    }

    /** Signs the head that the ledger had after an event. */
    Path sign(JdbcTemplate template, long number) throws GeneralSecurityException, IOException {
        byte[] hash = Objects.requireNonNull(
                template.queryForObject("select hash from ledger_event where number = ?", byte[].class, number));
        UUID ledger = Objects.requireNonNull(template.queryForObject("select ledger_id from ledger_head", UUID.class));
        return sign(ledger, number, HexFormat.of().formatHex(hash));
    }

    Path sign(UUID ledger, long number, String hash) throws GeneralSecurityException, IOException {
        Map<String, Object> head = new TreeMap<>();
        String publicKey = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        List<String> lines = List.of(
                "disclosure-ledger head 1",
                ledger.toString(),
                Long.toString(number),
                "SM3",
                hash,
                "2026-01-05T01:02:03.456789Z",
                "2026-01-05T01:02:04Z",
                "Ed25519",
                publicKey);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        head.put("ledger", ledger.toString());
        head.put("number", number);
        head.put("algorithm", "SM3");
        head.put("hash", hash);
        head.put("recordedAt", "2026-01-05T01:02:03.456789Z");
        head.put("signedAt", "2026-01-05T01:02:04Z");
        head.put("signatureAlgorithm", "Ed25519");
        head.put("publicKey", publicKey);
        byte[] id = MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
        head.put("keyId", HexFormat.of().formatHex(id).substring(0, 32));
        head.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
        head.put("version", 1);
        Path file = directory.resolve("head-%012d.json".formatted(number));
        return Files.writeString(file, JSON.writeValueAsString(head) + "\n");
    }
}
