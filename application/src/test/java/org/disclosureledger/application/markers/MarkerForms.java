package org.disclosureledger.application.markers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The bytes by which a marker would be recognised, however it was written down. */
final class MarkerForms {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private MarkerForms() {}

    /** By what the form is called; forms with the same bytes are there once. */
    static Map<String, byte[]> of(Marker marker) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        String text = marker.text();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        written(forms, "", text);
        encoded(forms, "base64", utf8);
        encoded(forms, "base64 of UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        put(forms, "hex", ascii(LOWER.formatHex(utf8)));
        put(forms, "HEX", ascii(UPPER.formatHex(utf8)));
        put(forms, "address", ascii(percent(utf8, UPPER)));
        put(forms, "address, lower", ascii(percent(utf8, LOWER)));
        put(forms, "JSON escape", ascii(escaped(text, "\\u%04x", "")));
        put(forms, "JSON ESCAPE", ascii(escaped(text, "\\u%04X", "")));
        put(forms, "HTML entity", ascii(escaped(text, "&#%d", ";")));
        put(forms, "HTML entity, hex", ascii(escaped(text, "&#x%x", ";")));
        for (String spelling : marker.spellings()) {
            written(forms, "pinyin “" + spelling.replaceAll("\\p{Lower}+", "a") + "” ", spelling);
            encoded(forms, "base64 of pinyin", spelling.getBytes(StandardCharsets.UTF_8));
        }
        digested(forms, "SHA-256", digest("SHA-256", utf8));
        digested(forms, "SHA-1", digest("SHA-1", utf8));
        digested(forms, "MD5", digest("MD5", utf8));
        digested(forms, "SM3", sm3(utf8));
        return forms;
    }

    private static void written(Map<String, byte[]> forms, String what, String text) {
        put(forms, what + "UTF-8", text.getBytes(StandardCharsets.UTF_8));
        put(forms, what + "UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        put(forms, what + "UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        put(forms, what + "GB18030", text.getBytes(GB18030));
    }

    /** Whoever guesses the marker finds a digest without a key. */
    private static void digested(Map<String, byte[]> forms, String what, byte[] digest) {
        put(forms, what, digest);
        put(forms, what + " in hex", ascii(LOWER.formatHex(digest)));
        put(forms, what + " in HEX", ascii(UPPER.formatHex(digest)));
        put(
                forms,
                what + " in base64",
                ascii(Base64.getEncoder().withoutPadding().encodeToString(digest)));
    }

    /** What of it stays the same whatever stands before and behind it. */
    private static void encoded(Map<String, byte[]> forms, String what, byte[] bytes) {
        for (int before = 0; before < 3; before++) {
            byte[] placed = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, placed, before, bytes.length);
            String all = Base64.getEncoder().withoutPadding().encodeToString(placed);
            String core = all.substring((before * 8 + 5) / 6, placed.length * 8 / 6);
            put(forms, what + " +" + before, ascii(core));
            put(
                    forms,
                    what + " for addresses +" + before,
                    ascii(core.replace('+', '-').replace('/', '_')));
        }
    }

    private static void put(Map<String, byte[]> forms, String name, byte[] bytes) {
        if (forms.values().stream().noneMatch(known -> Arrays.equals(known, bytes))) {
            forms.put(name, bytes);
        }
    }

    private static String percent(byte[] bytes, HexFormat hex) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b > 0) {
                text.append((char) b);
            } else {
                hex.toHexDigits(text.append('%'), b);
            }
        }
        return text.toString();
    }

    private static String escaped(String text, String form, String end) {
        return text.codePoints()
                .mapToObj(c -> String.format(Locale.ROOT, form, c) + end)
                .collect(Collectors.joining());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
