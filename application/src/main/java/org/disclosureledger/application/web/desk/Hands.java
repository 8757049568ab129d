package org.disclosureledger.application.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.request.OpenCases;
import org.jspecify.annotations.Nullable;

/**
 * Whose open requests can be looked at, with how many there are.
 *
 * @param login sign-in name, null for everybody and for nobody
 * @param gone why somebody should take over, empty while he can go on
 */
public record Hands(String label, @Nullable String login, boolean nobody, long count, boolean chosen, String gone) {

    /**
     * Everybody, oneself, nobody, then the others by name.
     *
     * @param hands open requests by account
     * @param own sign-in name of who looks
     * @param login whose are shown, null for everybody's
     */
    static List<Hands> of(
            Map<String, Long> hands,
            Map<String, Colleague> people,
            String own,
            @Nullable String login,
            boolean unassigned) {
        List<Hands> all = new ArrayList<>();
        long sum = hands.values().stream().mapToLong(Long::longValue).sum();
        all.add(new Hands("全部", null, false, sum, login == null && !unassigned, ""));
        long mine = people.values().stream()
                .filter(p -> p.login().equals(own))
                .mapToLong(p -> hands.getOrDefault(p.accountId(), 0L))
                .sum();
        all.add(new Hands("我的", own, false, mine, own.equals(login), ""));
        all.add(new Hands("未分派", null, true, hands.getOrDefault(OpenCases.NOBODY, 0L), unassigned, ""));
        people.values().stream()
                .filter(p -> !p.login().equals(own))
                .filter(p -> hands.containsKey(p.accountId()) || p.login().equals(login))
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::login))
                .forEach(p -> all.add(new Hands(
                        p.name(),
                        p.login(),
                        false,
                        hands.getOrDefault(p.accountId(), 0L),
                        p.login().equals(login),
                        p.standing().label())));
        return all;
    }
}
