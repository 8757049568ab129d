package org.disclosureledger.projections;

import java.util.Map;

/** Facts as a JSON object, for a column of type jsonb. */
public final class JsonText {

    private JsonText() {}

    public static String of(Map<String, String> facts) {
        StringBuilder json = new StringBuilder(facts.size() * 64).append('{');
        facts.forEach((fact, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, fact);
            json.append(':');
            quote(json, value);
        });
        return json.append('}').toString();
    }

    /** Escapes what RFC 8259 forbids within quotes: the quote, the backslash and control characters. */
    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
