package org.disclosureledger.application.readtrail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.projections.people.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records who comes in. A program, which brings its password each time, is told of once an hour for each place; strangers
 * cannot fill the ledger with refusals.
 */
@Component
public class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    static final Duration AGAIN = Duration.ofHours(1);
    static final int REFUSALS_IN_AN_HOUR = 60;

    /** Addresses are sealed with one key: who may see them sees all of them. */
    private static final String KEY = "sign-in";

    private static final String PLACE = "place";
    private static final int REMEMBERED = 10_000;

    private final ReadTrail trail;
    private final PeopleStore people;
    private final CaseKeys keys;
    private final Clock clock;
    private final Map<String, Instant> programs = new Recent();
    private final Map<String, Instant> refusals = new Recent();
    private Instant hour = Instant.EPOCH;
    private int refusalsInHour;

    SignIns(ReadTrail trail, PeopleStore people, CaseKeys keys, Clock clock) {
        this.trail = trail;
        this.people = people;
        this.keys = keys;
        this.clock = clock;
    }

    private static final class Recent extends LinkedHashMap<String, Instant> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** @throws NotRecorded when nobody could tell later that somebody came in */
    public void person(String login, String place) {
        trail.record(List.of(signedIn(login, place, false, false)));
    }

    /**
     * Of a person whom a provider of identities knows.
     *
     * @throws NotRecorded when nobody could tell later that somebody came in
     */
    public void personFromOutside(String login, String place) {
        trail.record(List.of(signedIn(login, place, false, true)));
    }

    /** @throws NotRecorded when nobody could tell later that it came in */
    public void program(String login, String place) {
        String both = place + "\n" + login;
        synchronized (programs) {
            if (isRecent(programs.get(both))) {
                return;
            }
        }
        trail.record(List.of(signedIn(login, place, true, false)));
        synchronized (programs) {
            programs.put(both, clock.instant());
        }
    }

    private boolean isRecent(@Nullable Instant then) {
        return then != null && then.plus(AGAIN).isAfter(clock.instant());
    }

    private AccessEvent signedIn(String login, String place, boolean program, boolean outside) {
        return new AccessEvent.SignedIn(
                ReadTrail.id(), organ(login), login, program, outside ? Boolean.TRUE : null, sealed(place));
    }

    /**
     * That somebody's password is not looked at any more. He is refused whether it can be recorded or not.
     *
     * @param login null when nobody has this name
     */
    public void refused(@Nullable String login, String place) {
        if (!isWorthTelling(place + "\n" + (login == null ? "" : login))) {
            return;
        }
        try {
            trail.record(List.of(new AccessEvent.SignInsRefused(
                    ReadTrail.id(), login == null ? OrganCode.ALL : organ(login), login, sealed(place))));
        } catch (RuntimeException e) {
            LOG.error("a refusal could not be recorded", e);
        }
    }

    private synchronized boolean isWorthTelling(String both) {
        if (isRecent(refusals.get(both))) {
            return false;
        }
        if (!isRecent(hour)) {
            hour = clock.instant();
            refusalsInHour = 0;
        }
        if (refusalsInHour >= REFUSALS_IN_AN_HOUR) {
            return false;
        }
        refusalsInHour++;
        refusals.put(both, clock.instant());
        return true;
    }

    private OrganCode organ(String login) {
        return Access.asProduct(() -> people.byLogin(login))
                .map(account -> new OrganCode(account.organ()))
                .orElse(OrganCode.ALL);
    }

    private SealedText sealed(String place) {
        return Access.asProduct(() -> keys.forCase(OrganCode.ALL.value(), KEY)).seal(PLACE, place);
    }

    /** Addresses in clear, for whoever looks after the traces; one whose key is gone is not shown. */
    public Place places() {
        CaseKey key = keys.find(KEY).orElse(null);
        return text -> key == null || text == null ? null : key.open(PLACE, text);
    }

    /** Opens sealed addresses. */
    @FunctionalInterface
    public interface Place {

        @Nullable String of(@Nullable String sealed);
    }
}
