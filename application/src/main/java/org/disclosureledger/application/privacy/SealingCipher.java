package org.disclosureledger.application.privacy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** With what the personal data of a case is sealed: chosen when its key is made, for as long as the case lasts. */
enum SealingCipher {
    AES_256("AES-256-GCM", "s1."),
    /** GB/T 32907-2016, in the mode of GB/T 36624-2018. */
    SM4("SM4-GCM", "s2.");

    private static final int SM4_KEY = 16;
    private static final int TAG_BITS = 128;

    private final String label;
    private final String prefix;

    SealingCipher(String label, String prefix) {
        this.label = label;
        this.prefix = prefix;
    }

    String label() {
        return label;
    }

    /** With what a text that it sealed begins. */
    String prefix() {
        return prefix;
    }

    /** @throws IllegalStateException when there is no such cipher; the message is for people */
    static SealingCipher of(String label) {
        return Arrays.stream(values())
                .filter(c -> c.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("加密算法应为 AES-256-GCM 或者 SM4-GCM，不能是“" + label + "”"));
    }

    /** The key for this cipher that follows from that of the case. */
    byte[] key(byte[] caseKey) {
        return switch (this) {
            case AES_256 -> Cipher256.mac(caseKey, new byte[] {1});
            case SM4 -> Arrays.copyOf(Cipher256.mac(caseKey, new byte[] {3}), SM4_KEY);
        };
    }

    /** Nonce followed by ciphertext and tag. */
    byte[] encrypt(byte[] key, byte[] nonce, byte[] boundTo, byte[] plain) {
        if (this == AES_256) {
            return Cipher256.encrypt(key, nonce, boundTo, plain);
        }
        try {
            byte[] sealed = sm4(true, key, nonce, boundTo, plain, 0, plain.length);
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return all;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when key, binding or bytes are not those that it was encrypted with */
    byte[] decrypt(byte[] key, byte[] boundTo, byte[] sealed) throws GeneralSecurityException {
        if (this == AES_256) {
            return Cipher256.decrypt(key, boundTo, sealed);
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, Cipher256.NONCE);
            return sm4(false, key, nonce, boundTo, sealed, Cipher256.NONCE, sealed.length - Cipher256.NONCE);
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static byte[] sm4(
            boolean encrypt, byte[] key, byte[] nonce, byte[] boundTo, byte[] in, int from, int length)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, boundTo));
        byte[] out = new byte[cipher.getOutputSize(length)];
        int done = cipher.processBytes(in, from, length, out, 0);
        done += cipher.doFinal(out, done);
        return done == out.length ? out : Arrays.copyOf(out, done);
    }
}
