package org.disclosureledger.application.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public keys in a file, of which a package may hold several: keys change over the years. */
final class PackageKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----", Pattern.DOTALL);

    private PackageKeys() {}

    /** The keys of a PEM file, each as DER in hexadecimal digits. */
    static Set<String> of(byte[] pem) {
        Set<String> keys = new HashSet<>();
        Matcher matcher = PEM.matcher(new String(pem, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            keys.add(HexFormat.of()
                    .formatHex(Base64.getDecoder().decode(matcher.group(1).replaceAll("[^A-Za-z0-9+/=]", ""))));
        }
        return keys;
    }
}
