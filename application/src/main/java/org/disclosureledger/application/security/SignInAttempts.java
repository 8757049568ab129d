package org.disclosureledger.application.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords without shutting out who knows one: failures are counted for a name together with
 * where they come from, and for the place alone. A guesser elsewhere never touches the owner's count, and who has come in from a place before is not stopped
 * by what others do there. Kept in memory, for
 * each node its own; the oldest are forgotten.
 */
@Component
public class SignInAttempts {

    static final int PER_NAME_AND_PLACE = 10;
    static final int PER_PLACE = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new Recent<>();
    private final Map<String, Boolean> known = new Recent<>();

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    private static final class Recent<T> extends LinkedHashMap<String, T> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > REMEMBERED;
        }
    }

    private record Failures(Instant since, int count) {}

    /** @param place an address, or the mark of a browser that has signed in with this name before */
    boolean refused(String login, String place) {
        String both = both(login, place);
        return count(both) >= PER_NAME_AND_PLACE || (count(place) >= PER_PLACE && !isKnown(both));
    }

    void failed(String login, String place) {
        add(both(login, place));
        add(place);
    }

    void succeeded(String login, String place) {
        synchronized (failures) {
            failures.remove(both(login, place));
            known.put(both(login, place), true);
        }
    }

    private static String both(String login, String place) {
        return String.join("\n", List.of(place, login));
    }

    private boolean isKnown(String both) {
        synchronized (failures) {
            return known.containsKey(both);
        }
    }

    private int count(String key) {
        synchronized (failures) {
            Failures known = failures.get(key);
            return known == null || known.since().plus(WINDOW).isBefore(clock.instant()) ? 0 : known.count();
        }
    }

    private void add(String key) {
        Instant now = clock.instant();
        synchronized (failures) {
            Failures known = failures.remove(key);
            failures.put(
                    key,
                    known == null || known.since().plus(WINDOW).isBefore(now)
                            ? new Failures(now, 1)
                            : new Failures(known.since(), known.count() + 1));
        }
    }
}
