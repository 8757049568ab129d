package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.disclosureledger.domain.register.SealedText;

/**
 * Seals and opens the personal data of one case, each value bound to its case and field. The nonce is derived from the
 * value itself (a synthetic initialisation vector), so the same value in the same field always seals to the same text.
 */
public final class CaseKey {

    /** What stands where a reader may not know. */
    public static final String WITHHELD = "（无权查看）";

    private static final String PREFIX = "s1.";

    private final String caseId;
    private final boolean withheld;
    private final byte[] cipherKey;
    private final byte[] nonceKey;

    CaseKey(String caseId, byte[] key) {
        this.caseId = caseId;
        this.withheld = false;
        this.cipherKey = Cipher256.mac(key, new byte[] {1});
        this.nonceKey = Cipher256.mac(key, new byte[] {2});
    }

    private CaseKey(String caseId) {
        this.caseId = caseId;
        this.withheld = true;
        this.cipherKey = new byte[0];
        this.nonceKey = new byte[0];
    }

    public SealedText seal(String field, String text) {
        byte[] sealed = sealBytes(field, text.getBytes(StandardCharsets.UTF_8));
        return new SealedText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** For what is no text, and kept beside the ledger. */
    public byte[] sealBytes(String field, byte[] plain) {
        byte[] boundTo = boundTo(field);
        byte[] nonce = Arrays.copyOf(Cipher256.mac(nonceKey, boundTo, plain), Cipher256.NONCE);
        return Cipher256.encrypt(cipherKey, nonce, boundTo, plain);
    }

    /** In the hands of somebody who may not read: instead of each text it gives {@link #WITHHELD}. */
    public CaseKey withheld() {
        return new CaseKey(caseId);
    }

    /** @throws IllegalStateException when they were not sealed with this key for this field */
    public byte[] openBytes(String field, byte[] sealed) {
        if (withheld) {
            throw new IllegalStateException("withheld");
        }
        try {
            return Cipher256.decrypt(cipherKey, boundTo(field), sealed);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("sealed bytes of field " + field + " do not open", e);
        }
    }

    /** @throws IllegalStateException when it was not sealed with this key for this field */
    public String open(String field, String sealed) {
        if (withheld) {
            return WITHHELD;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(PREFIX.length()));
            return new String(Cipher256.decrypt(cipherKey, boundTo(field), bytes), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("sealed text of field " + field + " does not open", e);
        }
    }

    private byte[] boundTo(String field) {
        return (caseId + "\n" + field).getBytes(StandardCharsets.UTF_8);
    }
}
