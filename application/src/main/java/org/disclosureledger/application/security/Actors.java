package org.disclosureledger.application.security;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.people.AccountRow;
import org.disclosureledger.projections.people.PeopleStore;
import org.disclosureledger.projections.people.RoleRow;
import org.springframework.stereotype.Component;

/** What somebody may do now: asked at each request, so that a role that is withdrawn ends with the next one. */
@Component
public class Actors {

    private final PeopleStore people;

    Actors(PeopleStore people) {
        this.people = people;
    }

    /** Without any right when the account is suspended or unknown. */
    public Actor of(String login) {
        for (BuiltInAccount builtIn : BuiltInAccount.values()) {
            if (builtIn.login().equals(login)) {
                return new Actor(login, builtIn.rights(), Map.of());
            }
        }
        return Access.asProduct(() -> people.byLogin(login)
                .filter(account -> !account.suspended())
                .map(this::of)
                .orElseGet(() -> new Actor(login, Set.of(), Map.of())));
    }

    private Actor of(AccountRow account) {
        Set<Right> everywhere = EnumSet.of(Right.COME_IN);
        Map<String, Set<Right>> inOrgans = new HashMap<>();
        for (RoleRow held : people.roles(account.accountId())) {
            for (Right right : held.role().rights()) {
                if (right.everywhere()) {
                    everywhere.add(right);
                } else {
                    inOrgans.computeIfAbsent(held.organ(), o -> EnumSet.noneOf(Right.class))
                            .add(right);
                }
            }
        }
        return new Actor(account.login(), everywhere, inOrgans);
    }
}
