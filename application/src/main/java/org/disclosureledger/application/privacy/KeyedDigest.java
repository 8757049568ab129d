package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Digests by which the same personal data of two cases are recognised without being opened. They say nothing to anybody
 * without its key, which a master key wraps, and nothing across organs or fields.
 */
public final class KeyedDigest {

    private final byte[] key;

    KeyedDigest(byte[] key) {
        this.key = key.clone();
    }

    /** The key that an installation began with when it had only one master key: it stays when that one goes. */
    static byte[] firstKey(MasterKey master) {
        return Cipher256.mac(master.bytes(), utf8("keyed-digest"));
    }

    /** The digest of a text however it was typed: width, case and white space make no difference. */
    public byte[] of(String field, String organ, String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT);
        return Cipher256.mac(key, utf8(field), utf8(organ), utf8(normal));
    }

    /** The digest of a text letter by letter. */
    public byte[] ofExactly(String field, String of, String text) {
        return Cipher256.mac(key, utf8(field), utf8(of), utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
