package org.disclosureledger.domain.organ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which organ stood under which, on any day: made of what was stated of each, the latest statement about a day holding.
 * Legal dates only; it knows nothing of when something was recorded. Whatever was stated, no question runs in circles:
 * an organ is met once.
 */
public final class OrganTree {

    /** The rule by which members are told; another one gets another number. */
    public static final String MEMBER_RULE = "members/1";

    /** @param superior null when it stands under none from this day on */
    public record Placement(
            OrganCode organ, LocalDate from, @Nullable OrganCode superior) {}

    /** @param on the first day on which it is no more */
    public record Merger(OrganCode organ, OrganCode into, LocalDate on) {}

    /**
     * An organ whose tables belong to a superior's.
     *
     * @param under the organ that it stands under in that year: the superior, or another member
     * @param merger null for an organ that stood at the end of the year
     * @param former whether it had ceased before the year began: then it counts only while it still has figures
     */
    public record Member(
            OrganCode organ, OrganCode under, @Nullable Merger merger, boolean former) {}

    private record Place(OrganCode under, boolean former) {}

    private final Map<OrganCode, TreeMap<LocalDate, Placement>> placements = new HashMap<>();
    private final Map<OrganCode, Merger> mergers = new HashMap<>();

    /**
     * @param placements for one organ and day at most one: the latest
     * @param mergers for one organ at most one: the latest
     */
    public OrganTree(Iterable<Placement> placements, Iterable<Merger> mergers) {
        placements.forEach(p -> this.placements
                .computeIfAbsent(p.organ(), organ -> new TreeMap<>())
                .put(p.from(), p));
        mergers.forEach(m -> this.mergers.put(m.organ(), m));
    }

    /** The same with one more statement. */
    OrganTree with(Placement placement) {
        OrganTree next = copy();
        next.placements
                .computeIfAbsent(placement.organ(), organ -> new TreeMap<>())
                .put(placement.from(), placement);
        return next;
    }

    OrganTree with(Merger merger) {
        OrganTree next = copy();
        next.mergers.put(merger.organ(), merger);
        return next;
    }

    OrganTree withoutMergerOf(OrganCode organ) {
        OrganTree next = copy();
        next.mergers.remove(organ);
        return next;
    }

    private OrganTree copy() {
        List<Placement> all = new ArrayList<>();
        placements.values().forEach(of -> all.addAll(of.values()));
        return new OrganTree(all, mergers.values());
    }

    /** Null for an organ that has not ceased. */
    public @Nullable Merger merger(OrganCode organ) {
        return mergers.get(organ);
    }

    public boolean stands(OrganCode organ, LocalDate day) {
        Merger merger = mergers.get(organ);
        return merger == null || day.isBefore(merger.on());
    }

    /** What was stated of an organ, by day. */
    public List<Placement> placements(OrganCode organ) {
        TreeMap<LocalDate, Placement> of = placements.get(organ);
        return of == null ? List.of() : List.copyOf(of.values());
    }

    /** The statement that holds on a day; null when there is none. */
    public @Nullable Placement placement(OrganCode organ, LocalDate day) {
        TreeMap<LocalDate, Placement> of = placements.get(organ);
        Map.Entry<LocalDate, Placement> latest = of == null ? null : of.floorEntry(day);
        return latest == null ? null : latest.getValue();
    }

    /** Under whom an organ stands on a day: whoever was stated or, when that one has ceased, its successor; null for none. */
    public @Nullable OrganCode superior(OrganCode organ, LocalDate day) {
        Placement placement = placement(organ, day);
        OrganCode superior = placement == null ? null : successor(placement.superior(), day);
        return organ.equals(superior) ? null : superior;
    }

    /** The organ itself while it stands, afterwards whoever took over and still stands; null where that leads nowhere. */
    private @Nullable OrganCode successor(@Nullable OrganCode organ, LocalDate day) {
        Set<OrganCode> met = new HashSet<>();
        OrganCode at = organ;
        while (at != null && !stands(at, day)) {
            Merger merger = mergers.get(at);
            at = merger == null || !met.add(at) ? null : merger.into();
        }
        return at;
    }

    /** Those above an organ on a day, the nearest first. */
    public List<OrganCode> above(OrganCode organ, LocalDate day) {
        List<OrganCode> above = new ArrayList<>();
        OrganCode at = superior(organ, day);
        while (at != null && !at.equals(organ) && !above.contains(at)) {
            above.add(at);
            at = superior(at, day);
        }
        return above;
    }

    /** Organs that stand directly under another on a day, by their codes. */
    public Map<OrganCode, List<OrganCode>> children(LocalDate day) {
        Map<OrganCode, List<OrganCode>> children = new HashMap<>();
        sorted(placements.keySet()).stream().filter(organ -> stands(organ, day)).forEach(organ -> {
            OrganCode superior = superior(organ, day);
            if (superior != null) {
                children.computeIfAbsent(superior, s -> new ArrayList<>()).add(organ);
            }
        });
        return children;
    }

    /** Whose tables belong to a superior's of a year ({@link #MEMBER_RULE}), each after the organ that it stands under. */
    public List<Member> members(OrganCode superior, int year) {
        Set<OrganCode> organs = new HashSet<>(placements.keySet());
        organs.addAll(mergers.keySet());
        Map<OrganCode, List<Member>> below = new HashMap<>();
        for (OrganCode organ : sorted(organs)) {
            Place place = place(organ, year);
            if (place != null) {
                Merger merger = mergers.get(organ);
                below.computeIfAbsent(place.under(), s -> new ArrayList<>())
                        .add(new Member(
                                organ,
                                place.under(),
                                merger != null && !merger.on().isAfter(lastDay(year)) ? merger : null,
                                place.former()));
            }
        }
        List<Member> members = new ArrayList<>();
        collect(superior, below, new HashSet<>(Set.of(superior)), members);
        return members;
    }

    private static void collect(
            OrganCode superior, Map<OrganCode, List<Member>> below, Set<OrganCode> met, List<Member> members) {
        for (Member member : below.getOrDefault(superior, List.of())) {
            if (met.add(member.organ())) {
                members.add(member);
                collect(member.organ(), below, met, members);
            }
        }
    }

    /** The one place of an organ in a year; null when it stands under nobody. */
    private @Nullable Place place(OrganCode organ, int year) {
        Merger merger = mergers.get(organ);
        if (merger == null || merger.on().isAfter(lastDay(year))) {
            OrganCode superior = superior(organ, lastDay(year));
            return superior == null ? null : new Place(superior, false);
        }
        if (merger.on().getYear() < year) {
            OrganCode successor = successor(merger.into(), lastDay(year));
            return successor == null ? null : new Place(successor, true);
        }
        OrganCode superior = superior(organ, merger.on().minusDays(1));
        return superior == null ? null : new Place(superior, false);
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, 12, 31);
    }

    /** From this day on, every day on which something changes, and the day itself. */
    private Set<LocalDate> daysFrom(LocalDate first) {
        Set<LocalDate> days = new TreeSet<>(Set.of(first));
        placements.values().forEach(of -> days.addAll(of.tailMap(first, true).keySet()));
        mergers.values().stream()
                .map(Merger::on)
                .filter(on -> on.isAfter(first))
                .forEach(days::add);
        return days;
    }

    /** The first day from a given one on which an organ would stand above itself; null when it never does. */
    @Nullable LocalDate circleOf(OrganCode organ, LocalDate from) {
        for (LocalDate day : daysFrom(from)) {
            Set<OrganCode> met = new HashSet<>();
            OrganCode at = organ;
            while (at != null && met.add(at)) {
                Placement placement = placement(at, day);
                at = placement == null ? null : successor(placement.superior(), day);
            }
            if (at != null) {
                return day;
            }
        }
        return null;
    }

    private static List<OrganCode> sorted(Iterable<OrganCode> organs) {
        List<OrganCode> sorted = new ArrayList<>();
        organs.forEach(sorted::add);
        sorted.sort(Comparator.comparing(OrganCode::value));
        return sorted;
    }
}
