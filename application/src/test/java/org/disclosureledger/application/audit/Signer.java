package org.disclosureledger.application.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.disclosureledger.application.eventstore.HashAlgorithm;

/** Makes signed heads as the format says, with a key of its own. */
final class Signer {

    private static final String SM2_PREFIX = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";
    private static final String ED25519_PREFIX = "302a300506032b6570032100";

    private final String algorithm;
    private final byte[] secret = new byte[32];

    Signer(String algorithm, Random random) {
        this.algorithm = algorithm;
        random.nextBytes(secret);
    }

    byte[] publicKey() {
        if (algorithm.equals("Ed25519")) {
            return HexFormat.of()
                    .parseHex(ED25519_PREFIX
                            + HexFormat.of()
                                    .formatHex(new Ed25519PrivateKeyParameters(secret)
                                            .generatePublicKey()
                                            .getEncoded()));
        }
        byte[] point = domain().getG().multiply(scalar()).normalize().getEncoded(false);
        return HexFormat.of().parseHex(SM2_PREFIX + HexFormat.of().formatHex(point, 1, point.length));
    }

    byte[] pem() {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey());
        return ("-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A head of an event. */
    byte[] head(String ledger, EventLine event) {
        Map<String, Object> head = new TreeMap<>();
        head.put("version", 1);
        head.put("ledger", ledger);
        head.put("number", event.number());
        head.put("algorithm", event.hashAlgorithm());
        head.put("hash", event.hash());
        head.put("recordedAt", event.recordedAt());
        head.put("signedAt", "2026-01-05T01:02:04Z");
        head.put("signatureAlgorithm", algorithm);
        head.put("publicKey", Base64.getEncoder().encodeToString(publicKey()));
        head.put(
                "keyId",
                HexFormat.of()
                        .formatHex(HashAlgorithm.SHA_256.digest().digest(publicKey()))
                        .substring(0, 32));
        StringBuilder text = new StringBuilder("disclosure-ledger head 1\n");
        for (String name : new String[] {
            "ledger", "number", "algorithm", "hash", "recordedAt", "signedAt", "signatureAlgorithm", "publicKey"
        }) {
            text.append(head.get(name)).append('\n');
        }
        byte[] signature = sign(text.toString().getBytes(StandardCharsets.UTF_8));
        head.put("signature", Base64.getEncoder().encodeToString(signature));
        return StrictJson.write(head);
    }

    private byte[] sign(byte[] message) {
        try {
            if (algorithm.equals("Ed25519")) {
                Ed25519Signer signer = new Ed25519Signer();
                signer.init(true, new Ed25519PrivateKeyParameters(secret));
                signer.update(message, 0, message.length);
                return signer.generateSignature();
            }
            SM2Signer signer = new SM2Signer();
            signer.init(
                    true,
                    new org.bouncycastle.crypto.params.ParametersWithRandom(
                            new ECPrivateKeyParameters(scalar(), domain()), new SecureRandom()));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private BigInteger scalar() {
        return new BigInteger(1, secret).mod(domain().getN());
    }

    private static ECDomainParameters domain() {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve);
    }
}
