package org.disclosureledger.application.security;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.disclosureledger.domain.people.Right;

/**
 * Who acts, with what he may do at this moment.
 *
 * @param everywhere rights over the whole installation, and over every organ
 * @param inOrgans rights by the code of an organ
 */
public record Actor(String login, Set<Right> everywhere, Map<String, Set<Right>> inOrgans) {

    public Actor {
        everywhere = Set.copyOf(everywhere);
        inOrgans = Map.copyOf(inOrgans);
    }

    /** The product itself: imports, projections, everything that no request of a person is behind. */
    public static final Actor SYSTEM = new Actor("system", EnumSet.allOf(Right.class), Map.of());

    /** Who has not signed in. */
    public static final Actor NOBODY = new Actor("", Set.of(), Map.of());

    public boolean may(Right right) {
        return everywhere.contains(right);
    }

    public boolean may(Right right, String organ) {
        return everywhere.contains(right)
                || inOrgans.getOrDefault(organ, Set.of()).contains(right);
    }

    /** Whether something of his duty is the installation itself, with all organs in it. */
    public boolean looksAfterAll() {
        return everywhere.stream().anyMatch(right -> right.everywhere() && right != Right.COME_IN);
    }

    /** Codes of the organs that exist for him, where he does not look after all of them. */
    public Set<String> organs() {
        return inOrgans.entrySet().stream()
                .filter(held -> !held.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the organ exists for him at all. */
    public boolean knows(String organ) {
        return may(Right.READ, organ) || !inOrgans.getOrDefault(organ, Set.of()).isEmpty();
    }
}
