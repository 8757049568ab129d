package org.disclosureledger.application.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Verifies signatures by public keys given as DER of SubjectPublicKeyInfo, in the one spelling that a package uses. */
final class HeadSignatures {

    private static final byte[] SM2 = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d03420004");
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SM2_POINT = 64;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----", Pattern.DOTALL);

    private HeadSignatures() {}

    /** The keys of a PEM file, each as DER in hexadecimal digits. */
    static Set<String> keys(byte[] pem) {
        Set<String> keys = new HashSet<>();
        Matcher matcher = PEM.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            keys.add(HexFormat.of()
                    .formatHex(Base64.getDecoder().decode(matcher.group(1).replaceAll("[^A-Za-z0-9+/=]", ""))));
        }
        return keys;
    }

    /** @throws IllegalArgumentException when nobody knows the algorithm, or the key is not one of it */
    static boolean verifies(String algorithm, byte[] key, byte[] message, byte[] signature) {
        return switch (algorithm) {
            case "SM2" -> sm2(point(key, SM2, SM2_POINT), message, signature);
            case "Ed25519" -> ed25519(point(key, ED25519, Ed25519PublicKeyParameters.KEY_SIZE), message, signature);
            default -> throw new IllegalArgumentException("签名算法不认识");
        };
    }

    private static byte[] point(byte[] key, byte[] prefix, int size) {
        if (key.length != prefix.length + size || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new IllegalArgumentException("公钥不是这种算法的");
        }
        return Arrays.copyOfRange(key, prefix.length, key.length);
    }

    private static boolean sm2(byte[] point, byte[] message, byte[] signature) {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        byte[] encoded = new byte[point.length + 1];
        encoded[0] = 4;
        System.arraycopy(point, 0, encoded, 1, point.length);
        SM2Signer signer = new SM2Signer();
        signer.init(
                false, new ECPublicKeyParameters(curve.getCurve().decodePoint(encoded), new ECDomainParameters(curve)));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static boolean ed25519(byte[] point, byte[] message, byte[] signature) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(point));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
