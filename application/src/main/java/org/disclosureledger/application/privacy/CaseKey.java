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

    private static final String PREFIX = "s1.";

    private final String caseId;
    private final byte[] cipherKey;
    private final byte[] nonceKey;

    CaseKey(String caseId, byte[] key) {
        this.caseId = caseId;
        this.cipherKey = Cipher256.mac(key, new byte[] {1});
        this.nonceKey = Cipher256.mac(key, new byte[] {2});
    }

    public SealedText seal(String field, String text) {
        byte[] boundTo = boundTo(field);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(Cipher256.mac(nonceKey, boundTo, plain), Cipher256.NONCE);
        byte[] sealed = Cipher256.encrypt(cipherKey, nonce, boundTo, plain);
        return new SealedText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** @throws IllegalStateException when it was not sealed with this key for this field */
    public String open(String field, String sealed) {
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
