package org.disclosureledger.application.heads;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.disclosureledger.application.eventstore.LedgerHead;

/** The key that heads are signed with. It never lies in the database that it bears witness about. */
public final class HeadSigner {

    private static final String PEM = "PRIVATE KEY";

    private final AsymmetricKeyParameter key;
    private final HeadPublicKey publicKey;

    private HeadSigner(AsymmetricKeyParameter key) throws IOException {
        this.key = key;
        this.publicKey = HeadPublicKey.of(publicOf(key));
    }

    /** A new key. */
    public static HeadSigner generate(SignatureAlgorithm algorithm) {
        SecureRandom random = new SecureRandom();
        try {
            return new HeadSigner(
                    switch (algorithm) {
                        case ED25519 -> new Ed25519PrivateKeyParameters(random);
                        case SM2 -> sm2(random);
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param text PKCS#8 in PEM
     * @throws IllegalArgumentException when it is not a key of a known kind
     */
    public static HeadSigner ofPem(String text) {
        try {
            return new HeadSigner(PrivateKeyFactory.createKey(Pem.read(PEM, text)));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("不是 PEM 格式（PKCS#8）的 SM2 或 Ed25519 私钥", e);
        }
    }

    private static ECPrivateKeyParameters sm2(SecureRandom random) {
        X9ECParameters curve = GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1);
        ECKeyGenerationParameters parameters = new ECKeyGenerationParameters(
                new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, curve), random);
        var generator = new org.bouncycastle.crypto.generators.ECKeyPairGenerator();
        generator.init(parameters);
        BigInteger secret =
                ((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate()).getD();
        return new ECPrivateKeyParameters(secret, parameters.getDomainParameters());
    }

    private static AsymmetricKeyParameter publicOf(AsymmetricKeyParameter key) {
        HeadPublicKey.algorithm(key);
        if (key instanceof Ed25519PrivateKeyParameters ed25519) {
            return ed25519.generatePublicKey();
        }
        ECPrivateKeyParameters secret = (ECPrivateKeyParameters) key;
        return new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(secret.getParameters().getG(), secret.getD()),
                secret.getParameters());
    }

    public HeadPublicKey publicKey() {
        return publicKey;
    }

    String privatePem() {
        try {
            return Pem.write(
                    PEM, PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param now counted up to the next whole second, so that no head is signed before it was recorded */
    public SignedHead sign(LedgerHead head, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant signedAt = second.equals(now) ? second : second.plusSeconds(1);
        byte[] message = SignedHead.message(head, signedAt, publicKey);
        boolean sm2 = publicKey.algorithm() == SignatureAlgorithm.SM2;
        Signer signer = HeadPublicKey.signer(publicKey.algorithm());
        signer.init(true, sm2 ? new ParametersWithRandom(key, new SecureRandom()) : key);
        signer.update(message, 0, message.length);
        try {
            return new SignedHead(head, signedAt, publicKey, signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "HeadSigner " + publicKey;
    }
}
