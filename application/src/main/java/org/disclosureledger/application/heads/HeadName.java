package org.disclosureledger.application.heads;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a head's file, e.g. {@code head-000000001000.json}; a further file about the same event has its place among
 * them in the name, e.g. {@code head-000000001000-2.json}.
 *
 * @param number of the last event
 * @param place from 1
 */
public record HeadName(long number, int place) implements Comparable<HeadName> {

    private static final Pattern NAME = Pattern.compile("head-(\\d{12,18})(?:-([2-9]|[1-9]\\d{1,8}))?\\.json");
    private static final Comparator<HeadName> ORDER =
            Comparator.comparingLong(HeadName::number).thenComparingInt(HeadName::place);

    /** The name that a file has, if it is one of a head. */
    static Optional<HeadName> of(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        HeadName read = new HeadName(
                Long.parseLong(name.group(1)), name.group(2) == null ? 1 : Integer.parseInt(name.group(2)));
        return Optional.of(read).filter(n -> n.fileName().equals(fileName));
    }

    HeadName next() {
        return new HeadName(number, place + 1);
    }

    public String fileName() {
        return String.format(Locale.ROOT, "head-%012d", number) + (place == 1 ? "" : "-" + place) + ".json";
    }

    @Override
    public int compareTo(HeadName other) {
        return ORDER.compare(this, other);
    }
}
