package org.disclosureledger.application.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long, not made of the sign-in name, not of one character. No kinds of characters are asked
 * for, and no change by the calendar (GB/T 39786, NIST SP 800-63B).
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int FEWEST_CHARACTERS = 5;

    private PasswordRules() {}

    /** The objection as a Chinese sentence; null when there is none. */
    static @Nullable String objection(String login, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return "密码应为 " + SHORTEST + " 至 " + LONGEST + " 个字符，可以用一句话";
        }
        if (password.toLowerCase(Locale.ROOT).contains(login)) {
            return "密码不能含有用户名";
        }
        if (password.chars().distinct().count() < FEWEST_CHARACTERS) {
            return "密码太简单：至少要有 " + FEWEST_CHARACTERS + " 个不同的字符";
        }
        return null;
    }
}
