package org.disclosureledger.application.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labelled lines of a form of application that somebody filled in or typed off. A label begins its line, or
 * stands behind a blank, a tab or a semicolon; its value may follow on the next line, what is asked for on several.
 * Each sign is looked at a bounded number of times.
 */
final class MailBody {

    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_VALUE = 200;
    private static final String COLONS = ":：";
    private static final String ENDS = "\t】]";
    private static final String SEPARATORS = " \t\u3000;；|｜/";
    private static final String BLANKS = " \t\u3000";
    private static final String NOT_FILLED_IN = "_—-－/／.。…·无 \t\u3000";
    private static final Set<String> HEADINGS = Set.of(
            "公民",
            "法人或者其他组织",
            "法人或其他组织",
            "法人/其他组织",
            "申请人信息",
            "申请人基本信息",
            "所需信息情况",
            "所需政府信息情况",
            "政府信息公开申请表",
            "基本信息",
            "信息公开申请表");
    private static final List<String> CLOSINGS = List.of("此致", "敬礼", "顺颂", "祝好", "谢谢", "盼复", "--", "发自我的", "从我的");

    private final Map<MailLabel, List<Said>> values = new EnumMap<>(MailLabel.class);
    private final List<String> unread = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private @Nullable MailLabel open;
    private String opening = "";

    /** @param line with the label, as it stands there */
    record Said(String line, String value) {}

    /**
     * A label in a line.
     *
     * @param begin of the label
     * @param end where its value begins
     */
    private record Found(MailLabel label, int begin, int end) {}

    private MailBody() {}

    static MailBody read(List<String> lines) {
        MailBody body = new MailBody();
        lines.forEach(body::line);
        return body;
    }

    /** What was said under these labels, in its order; not filled in counts as not said. */
    List<String> said(MailLabel label) {
        return values.getOrDefault(label, List.of()).stream().map(Said::value).toList();
    }

    Map<MailLabel, List<Said>> said() {
        return values;
    }

    boolean says(MailLabel label) {
        return values.containsKey(label);
    }

    /** What is asked for, as it stands there. */
    String asked() {
        return String.join("\n", asked).strip();
    }

    /** Lines that bear no label, or one for which there is no field. */
    List<String> unread() {
        return unread;
    }

    /** How many different labels have a value. */
    int labels() {
        return values.size() + (asked.isEmpty() ? 0 : 1);
    }

    private void line(String line) {
        if (line.isBlank()) {
            if (open == MailLabel.CONTENT) {
                asked.add("");
            }
            return;
        }
        Found first = at(line, 0, true);
        if (open == MailLabel.CONTENT && isAsked(first) && !isEnd(line)) {
            asked.add(line.stripTrailing());
            return;
        }
        if (isEnd(line)) {
            open = null;
            if (!HEADINGS.contains(compact(line))) {
                unread.add(line.strip());
            }
            return;
        }
        labelled(line, first);
    }

    /** Whether a line goes on with what is asked for: it has no label, or one of which the answer is known. */
    private boolean isAsked(@Nullable Found first) {
        return first == null
                || first.label == MailLabel.CONTENT_PART
                || values.containsKey(first.label)
                || (first.label == MailLabel.ORGANIZATION && values.containsKey(MailLabel.APPLICANT));
    }

    private void labelled(String line, @Nullable Found first) {
        Found found = first == null ? next(line, 0) : first;
        String before = (found == null ? line : line.substring(0, found.begin)).strip();
        if (!before.isEmpty() && open != null && before.length() <= LONGEST_VALUE) {
            say(open, filled(before));
        } else if (!before.isEmpty()) {
            unread.add(before);
        }
        while (found != null) {
            if (found.label == MailLabel.CONTENT || found.label == MailLabel.CONTENT_PART) {
                content(line, found);
                return;
            }
            Found following = next(line, found.end);
            String value = line.substring(found.end, following == null ? line.length() : following.begin);
            opening = line.substring(found.begin, found.end).strip();
            say(found.label, filled(value));
            boolean awaited = value.isBlank() && following == null;
            open = awaited ? found.label : null;
            found = following;
        }
    }

    private void content(String line, Found found) {
        boolean part = found.label == MailLabel.CONTENT_PART;
        String value = part ? line.substring(found.begin) : line.substring(found.end);
        open = MailLabel.CONTENT;
        if (!filled(line.substring(found.end)).isEmpty()) {
            asked.add(value.strip());
        }
    }

    /** A label without a value says nothing. */
    private void say(MailLabel label, String value) {
        open = null;
        if (value.isEmpty()) {
            return;
        }
        String line = opening + value;
        if (label == MailLabel.OTHER) {
            unread.add(line);
        } else {
            values.computeIfAbsent(label, l -> new ArrayList<>()).add(new Said(line, value));
        }
    }

    private static boolean isEnd(String line) {
        String start = line.strip();
        return HEADINGS.contains(compact(line)) || CLOSINGS.stream().anyMatch(start::startsWith);
    }

    private static String compact(String line) {
        return line.length() > LONGEST_LABEL
                ? line
                : line.replace(" ", "").replace("\u3000", "").replace("\t", "").replace("：", "");
    }

    private static String filled(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && NOT_FILLED_IN.indexOf(value.charAt(from)) >= 0 && !isWord(value, from)) {
            from++;
        }
        while (to > from
                && (SEPARATORS.indexOf(value.charAt(to - 1)) >= 0 || "_。，,、".indexOf(value.charAt(to - 1)) >= 0)) {
            to--;
        }
        return value.substring(from, to);
    }

    /** 无 alone says that there is nothing; 无锡 does not. */
    private static boolean isWord(String value, int at) {
        return value.charAt(at) == '无' && value.strip().length() > 1;
    }

    private static @Nullable Found next(String line, int from) {
        for (int i = Math.max(from, 1); i < line.length(); i++) {
            boolean begins = SEPARATORS.indexOf(line.charAt(i - 1)) >= 0 && SEPARATORS.indexOf(line.charAt(i)) < 0;
            Found found = begins ? at(line, i, false) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** @param whole whether the label may be all there is, as in a cell of a table that was copied */
    private static @Nullable Found at(String line, int from, boolean whole) {
        int begin = from;
        while (begin < line.length() && BLANKS.indexOf(line.charAt(begin)) >= 0) {
            begin++;
        }
        for (int to = begin; to <= line.length() && to - begin <= LONGEST_LABEL; to++) {
            boolean end = to == line.length();
            if (end ? whole : ENDS.indexOf(line.charAt(to)) >= 0 || COLONS.indexOf(line.charAt(to)) >= 0) {
                MailLabel label = MailLabel.named(line.substring(begin, to));
                if (label == null) {
                    return null;
                }
                int after = end ? to : to + 1;
                boolean bracket = !end && "】]".indexOf(line.charAt(to)) >= 0;
                boolean colon = bracket && after < line.length() && COLONS.indexOf(line.charAt(after)) >= 0;
                return new Found(label, begin, colon ? after + 1 : after);
            }
        }
        return null;
    }
}
