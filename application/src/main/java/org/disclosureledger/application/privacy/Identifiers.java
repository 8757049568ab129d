package org.disclosureledger.application.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifiers of cases. The same number in the same register of the same organ always gives the same one, so that a
 * number cannot be given twice; without the installation's secret none can be guessed.
 */
public final class Identifiers {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final byte[] secret;

    Identifiers(byte[] secret) {
        this.secret = secret;
    }

    public UUID of(String register, String organ, String number) {
        byte[] mac = Cipher256.mac(secret, utf8(register), utf8(organ), utf8(number));
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        long high = (bytes.getLong() & ~0xF000L) | VERSION_8;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT;
        return new UUID(high, low);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
