package org.disclosureledger.domain.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A set of days, written as ISO dates in their order with blanks between them. */
public record Days(SortedSet<LocalDate> days) {

    public static final Days NONE = of(java.util.List.of());

    public Days {
        days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    public static Days of(Collection<LocalDate> days) {
        return new Days(new TreeSet<>(days));
    }

    /** @throws java.time.DateTimeException when a part is not a date */
    public static Days of(String text) {
        return of(Arrays.stream(text.strip().split("[\\s,，、]+"))
                .filter(part -> !part.isEmpty())
                .map(LocalDate::parse)
                .toList());
    }

    @Override
    public String toString() {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }
}
