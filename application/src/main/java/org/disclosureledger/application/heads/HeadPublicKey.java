package org.disclosureledger.application.heads;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * What a signed head is verified with. Whoever wants to rely on heads keeps a copy that he got by a way of his own.
 *
 * @param der SubjectPublicKeyInfo
 */
public record HeadPublicKey(SignatureAlgorithm algorithm, byte[] der) {

    private static final String PEM = "PUBLIC KEY";
    private static final int ID_DIGITS = 32;

    /** @throws IllegalArgumentException when the bytes are not a key of a known kind, or are not written as usual */
    public static HeadPublicKey of(byte[] der) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(der);
            HeadPublicKey read = of(key);
            if (!Arrays.equals(read.der, der)) {
                throw new IllegalArgumentException("公钥的写法不合规定");
            }
            return read;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("不是 SM2 或 Ed25519 公钥", e);
        }
    }

    /** @throws IllegalArgumentException as {@link #of(byte[])} does */
    public static HeadPublicKey ofPem(String text) {
        return of(Pem.read(PEM, text));
    }

    static HeadPublicKey of(AsymmetricKeyParameter key) throws IOException {
        return new HeadPublicKey(
                algorithm(key),
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());
    }

    /** @throws IllegalArgumentException when heads are not signed with such keys */
    static SignatureAlgorithm algorithm(AsymmetricKeyParameter key) {
        if (key instanceof Ed25519PublicKeyParameters || key instanceof Ed25519PrivateKeyParameters) {
            return SignatureAlgorithm.ED25519;
        }
        if (key instanceof ECKeyParameters ec
                && ec.getParameters() instanceof ECNamedDomainParameters curve
                && GMObjectIdentifiers.sm2p256v1.equals(curve.getName())) {
            return SignatureAlgorithm.SM2;
        }
        throw new IllegalArgumentException("不是 SM2 或 Ed25519 密钥");
    }

    static Signer signer(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case SM2 -> new SM2Signer();
            case ED25519 -> new Ed25519Signer();
        };
    }

    /** The first 32 hexadecimal digits of the SHA-256 of the key. */
    public String id() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der))
                    .substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(der);
    }

    public String pem() {
        return Pem.write(PEM, der);
    }

    /** Whether the key's owner signed these bytes; a malformed signature is just a wrong one. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signer signer = signer(algorithm);
            signer.init(false, PublicKeyFactory.createKey(der));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeadPublicKey key && Arrays.equals(der, key.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return algorithm.label() + " " + id();
    }
}
