package org.disclosureledger.application.mail;

import org.jspecify.annotations.Nullable;

/** The sender as mail programs write it: a name and an address, in whatever brackets. */
record MailSender(@Nullable String name, @Nullable String address) {

    private static final String BRACKETS = "\"'“”<>[]()（）〈〉《》;；,， \t";

    static MailSender of(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return new MailSender(name(text), null);
        }
        int from = at;
        while (from > 0 && isOfAddress(text.charAt(from - 1))) {
            from--;
        }
        int to = at + 1;
        while (to < text.length() && isOfAddress(text.charAt(to))) {
            to++;
        }
        if (from == at || to == at + 1) {
            return new MailSender(name(text), null);
        }
        return new MailSender(name(text.substring(0, from)), text.substring(from, to));
    }

    private static boolean isOfAddress(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._%+-".indexOf(c) >= 0;
    }

    /** Null where there is none, or only what a machine can read. */
    private static @Nullable String name(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && BRACKETS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BRACKETS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        String name = text.substring(from, to);
        return name.isEmpty() || name.contains("@") || name.contains("=?") ? null : name;
    }
}
