package org.disclosureledger.application.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed head as somebody has kept it outside the database.
 *
 * @param publicKey SubjectPublicKeyInfo, DER, of the key that it claims to be signed with
 */
record HeadFile(
        Path file, String ledger, long number, String algorithm, byte[] hash, byte[] publicKey, boolean signed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] SM2_USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> SIGNED = List.of(
            "ledger", "number", "algorithm", "hash", "recordedAt", "signedAt", "signatureAlgorithm", "publicKey");

    /** The head files of a directory in the order of their names; none when there is no such directory. */
    static List<Path> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().matches("head-.*\\.json"))
                    .sorted()
                    .toList();
        }
    }

    /** @return null when the file is not a head */
    static @Nullable HeadFile read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            byte[] publicKey = Base64.getDecoder().decode(json.path("publicKey").stringValue());
            return new HeadFile(
                    file,
                    json.path("ledger").stringValue(),
                    json.path("number").longValue(),
                    json.path("algorithm").stringValue(),
                    HexFormat.of().parseHex(json.path("hash").stringValue()),
                    publicKey,
                    isSigned(json, publicKey));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isSigned(JsonNode json, byte[] publicKey) {
        List<String> lines = new ArrayList<>(List.of("disclosure-ledger head 1"));
        SIGNED.forEach(name -> lines.add(json.path(name).asString()));
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] signature = Base64.getDecoder().decode(json.path("signature").stringValue());
        try {
            return switch (json.path("signatureAlgorithm").stringValue()) {
                case "SM2" -> sm2(publicKey, text, signature);
                case "Ed25519" -> ed25519(publicKey, text, signature);
                default -> false;
            };
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static boolean sm2(byte[] publicKey, byte[] text, byte[] signature) throws IOException {
        SM2Signer signer = new SM2Signer();
        signer.init(false, new ParametersWithID(PublicKeyFactory.createKey(publicKey), SM2_USER));
        signer.update(text, 0, text.length);
        return signer.verifySignature(signature);
    }

    private static boolean ed25519(byte[] publicKey, byte[] text, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
        verifier.update(text);
        return verifier.verify(signature);
    }
}
