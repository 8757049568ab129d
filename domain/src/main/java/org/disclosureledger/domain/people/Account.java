package org.disclosureledger.domain.people;

import java.util.LinkedHashSet;
import java.util.Set;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** An account as its rules see it. */
public sealed interface Account {

    record Unknown() implements Account {}

    /** A role in an organ. */
    record Held(OrganCode organ, Role role) {}

    /**
     * @param organ where the person works
     * @param service whether another system uses it, and no person
     * @param identity with which somebody may come in, as a digest; null for none
     */
    record Opened(
            OrganCode organ,
            String login,
            boolean service,
            boolean suspended,
            Set<Held> roles,
            @Nullable String identity)
            implements Account {

        public Opened {
            roles = Set.copyOf(roles);
        }

        /** Whether a person comes in with it who may handle requests of this organ. */
        public boolean handles(OrganCode in) {
            return !service
                    && !suspended
                    && roles.stream()
                            .anyMatch(held -> held.organ().equals(in)
                                    && held.role().rights().contains(Right.HANDLE));
        }

        private Opened suspended(boolean now) {
            return new Opened(organ, login, service, now, roles, identity);
        }

        private Opened with(Held held) {
            Set<Held> all = new LinkedHashSet<>(roles);
            all.add(held);
            return new Opened(organ, login, service, suspended, all, identity);
        }

        private Opened without(Held held) {
            Set<Held> rest = new LinkedHashSet<>(roles);
            rest.remove(held);
            return new Opened(organ, login, service, suspended, rest, identity);
        }

        private Opened linked(@Nullable String with) {
            return new Opened(organ, login, service, suspended, roles, with);
        }
    }

    default Account evolve(AccountEvent event) {
        if (event instanceof AccountEvent.AccountOpened e) {
            return new Opened(e.organ(), e.login(), Boolean.TRUE.equals(e.service()), false, Set.of(), null);
        }
        if (!(this instanceof Opened known)) {
            return this;
        }
        return switch (event) {
            case AccountEvent.AccountOpened ignored -> known;
            case AccountEvent.AccountSuspended ignored -> known.suspended(true);
            case AccountEvent.AccountResumed ignored -> known.suspended(false);
            case AccountEvent.RoleGranted e -> known.with(new Held(e.organ(), e.role()));
            case AccountEvent.RoleWithdrawn e -> known.without(new Held(e.organ(), e.role()));
            case AccountEvent.IdentityLinked e -> known.linked(e.identity());
            case AccountEvent.IdentityUnlinked ignored -> known.linked(null);
        };
    }
}
