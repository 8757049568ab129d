package org.disclosureledger.application.heads;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys as text between BEGIN and END, as OpenSSL reads and writes them. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String write(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END " + kind + "-----\n";
    }

    /** @throws IllegalArgumentException when the text holds no such block */
    static byte[] read(String kind, String text) {
        String begin = "-----BEGIN " + kind + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + kind + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("缺少“" + begin + "”段");
        }
        return Base64.getDecoder()
                .decode(text.substring(from + begin.length(), to).replaceAll("\\s", ""));
    }
}
