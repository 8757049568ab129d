package org.disclosureledger.application.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.register.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * The lines above a mail that say from whom it is, as mail programs show them and as a forwarded mail has them within.
 *
 * @param from the first line of it
 * @param to the line after its last
 * @param split by what it is set off from what stands before, if by anything
 */
record MailHeader(int from, int to, Split split, Map<Part, String> values) {

    /** What a line of it says. */
    enum Part {
        FROM,
        TO,
        DATE,
        SUBJECT,
        FURTHER
    }

    /** A line of dashes above it. */
    enum Split {
        NONE,
        ORIGINAL,
        FORWARDED
    }

    private static final Map<String, Part> NAMES = Map.ofEntries(
            Map.entry("发件人", Part.FROM),
            Map.entry("寄件人", Part.FROM),
            Map.entry("发信人", Part.FROM),
            Map.entry("寄件者", Part.FROM),
            Map.entry("from", Part.FROM),
            Map.entry("收件人", Part.TO),
            Map.entry("收信人", Part.TO),
            Map.entry("收件者", Part.TO),
            Map.entry("抄送", Part.TO),
            Map.entry("密送", Part.TO),
            Map.entry("to", Part.TO),
            Map.entry("cc", Part.TO),
            Map.entry("发送时间", Part.DATE),
            Map.entry("发送日期", Part.DATE),
            Map.entry("发件时间", Part.DATE),
            Map.entry("发信时间", Part.DATE),
            Map.entry("日期", Part.DATE),
            Map.entry("时间", Part.DATE),
            Map.entry("date", Part.DATE),
            Map.entry("sent", Part.DATE),
            Map.entry("主题", Part.SUBJECT),
            Map.entry("标题", Part.SUBJECT),
            Map.entry("subject", Part.SUBJECT),
            Map.entry("回复", Part.FURTHER),
            Map.entry("优先级", Part.FURTHER),
            Map.entry("重要性", Part.FURTHER),
            Map.entry("附件", Part.FURTHER));
    private static final Set<String> RAW =
            Set.of("received", "return-path", "mime-version", "message-id", "importance", "reply-to", "sender");
    private static final int LONGEST_NAME = 40;
    private static final int FEWEST_DASHES = 3;

    MailHeader {
        values = Map.copyOf(values);
    }

    /** A line of a header: what it says, and its value, which may follow on the next line. */
    private record Line(Part part, String value, boolean latin) {}

    static List<MailHeader> all(List<String> lines) {
        List<MailHeader> headers = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (line(lines.get(at)) == null) {
                at++;
                continue;
            }
            MailHeader header = at(lines, at);
            if (header.isOfMail()) {
                headers.add(header);
            }
            // Where all of these lines are none, no part of them is one.
            at = header.to;
        }
        return headers;
    }

    private static MailHeader at(List<String> lines, int from) {
        Map<Part, String> values = new EnumMap<>(Part.class);
        int at = from;
        boolean foldable = false;
        while (at < lines.size()) {
            Line line = line(lines.get(at));
            if (line == null && !(foldable && isFolded(lines.get(at)))) {
                break;
            }
            at++;
            if (line == null) {
                continue;
            }
            foldable = line.latin;
            String value = line.value;
            if (value.isEmpty() && at < lines.size() && isValue(lines.get(at))) {
                value = lines.get(at).strip();
                at++;
            }
            if (!value.isEmpty()) {
                values.putIfAbsent(line.part, value);
            }
        }
        return new MailHeader(from, at, splitBefore(lines, from), values);
    }

    private boolean isOfMail() {
        return values.containsKey(Part.FROM) || values.keySet().containsAll(Set.of(Part.TO, Part.DATE, Part.SUBJECT));
    }

    /** A mail as it is stored goes on with a long line on the next one, behind a blank. */
    private static boolean isFolded(String line) {
        return (line.startsWith(" ") || line.startsWith("\t")) && !line.isBlank();
    }

    private static boolean isValue(String line) {
        return !line.isBlank() && line(line) == null;
    }

    private static @Nullable Line line(String line) {
        String plain = line.replace("*", "").strip();
        int colon = 0;
        while (colon < Math.min(plain.length(), LONGEST_NAME) && ":：".indexOf(plain.charAt(colon)) < 0) {
            colon++;
        }
        if (colon == 0 || colon >= Math.min(plain.length(), LONGEST_NAME)) {
            return null;
        }
        String name = TypedText.halfWidth(plain.substring(0, colon))
                .replace(" ", "")
                .replace("\t", "")
                .toLowerCase(Locale.ROOT);
        boolean raw = RAW.contains(name) || name.startsWith("x-") || name.startsWith("content-");
        Part part = NAMES.getOrDefault(name, raw ? Part.FURTHER : null);
        return part == null ? null : new Line(part, plain.substring(colon + 1).strip(), name.charAt(0) <= 'z');
    }

    private static Split splitBefore(List<String> lines, int from) {
        for (int i = from - 1; i >= 0 && i >= from - 2; i--) {
            if (!lines.get(i).isBlank()) {
                return split(lines.get(i));
            }
        }
        return Split.NONE;
    }

    static Split split(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        long dashes =
                lower.chars().filter(c -> c == '-' || c == '_' || c == '—').count();
        if (dashes < FEWEST_DASHES) {
            return Split.NONE;
        }
        if (lower.contains("转发") || lower.contains("forwarded")) {
            return Split.FORWARDED;
        }
        return lower.contains("原始邮件") || lower.contains("original message") ? Split.ORIGINAL : Split.NONE;
    }

    String value(Part part) {
        return values.getOrDefault(part, "");
    }

    /** Whether the mail hands on another one. */
    boolean forwards() {
        String subject = TypedText.halfWidth(value(Part.SUBJECT)).toLowerCase(Locale.ROOT);
        return subject.startsWith("转发")
                || subject.startsWith("转:")
                || subject.startsWith("fw:")
                || subject.startsWith("fwd:");
    }
}
