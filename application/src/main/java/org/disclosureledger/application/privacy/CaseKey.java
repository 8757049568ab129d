package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the personal data of one case, each value bound to its case and field. The nonce is derived from the
 * value itself (a synthetic initialisation vector), so the same value in the same field always seals to the same text.
 */
public final class CaseKey {

    /** What stands where a reader may not know. */
    public static final String WITHHELD = "（无权查看）";

    /** What stands where personal data is only kept, and used no more (《中华人民共和国个人信息保护法》第四十七条第二款). */
    public static final String RESTRICTED = "（已限制处理）";

    /** What stands where personal data was. */
    public static final String DESTROYED = "（已销毁）";

    private final String caseId;
    private final SealingCipher cipher;
    private final @Nullable String instead;
    private final byte[] cipherKey;
    private final byte[] nonceKey;

    CaseKey(String caseId, byte[] key, SealingCipher cipher) {
        this.caseId = caseId;
        this.cipher = cipher;
        this.instead = null;
        this.cipherKey = cipher.key(key);
        this.nonceKey = Cipher256.mac(key, new byte[] {2});
    }

    private CaseKey(String caseId, SealingCipher cipher, String instead) {
        this.caseId = caseId;
        this.cipher = cipher;
        this.instead = instead;
        this.cipherKey = new byte[0];
        this.nonceKey = new byte[0];
    }

    /** Whether a text looks like one that some key has sealed. */
    public static boolean isSealed(String text) {
        return Arrays.stream(SealingCipher.values()).anyMatch(c -> text.startsWith(c.prefix()));
    }

    public SealedText seal(String field, String text) {
        byte[] sealed = sealBytes(field, text.getBytes(StandardCharsets.UTF_8));
        return new SealedText(
                cipher.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** For what is no text, and kept beside the ledger. */
    public byte[] sealBytes(String field, byte[] plain) {
        byte[] boundTo = boundTo(field);
        byte[] nonce = Arrays.copyOf(Cipher256.mac(nonceKey, boundTo, plain), Cipher256.NONCE);
        return cipher.encrypt(cipherKey, nonce, boundTo, plain);
    }

    /** In the hands of somebody who may not read: instead of each text it gives {@link #WITHHELD}. */
    public CaseKey withheld() {
        return new CaseKey(caseId, cipher, WITHHELD);
    }

    /** Of a case whose personal data is only kept: instead of each text it gives {@link #RESTRICTED}. */
    public CaseKey restricted() {
        return new CaseKey(caseId, cipher, RESTRICTED);
    }

    /** What it gives instead of each text; null when it opens them. */
    public @Nullable String instead() {
        return instead;
    }

    /** @throws IllegalStateException when they were not sealed with this key for this field */
    public byte[] openBytes(String field, byte[] sealed) {
        if (instead != null) {
            throw new IllegalStateException("withheld");
        }
        try {
            return cipher.decrypt(cipherKey, boundTo(field), sealed);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("sealed bytes of field " + field + " do not open", e);
        }
    }

    /** @throws IllegalStateException when it was not sealed with this key for this field */
    public String open(String field, String sealed) {
        if (instead != null) {
            return instead;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder()
                    .decode(sealed.substring(cipher.prefix().length()));
            return new String(cipher.decrypt(cipherKey, boundTo(field), bytes), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("sealed text of field " + field + " does not open", e);
        }
    }

    private byte[] boundTo(String field) {
        return (caseId + "\n" + field).getBytes(StandardCharsets.UTF_8);
    }
}
