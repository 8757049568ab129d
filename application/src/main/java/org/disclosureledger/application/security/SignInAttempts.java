package org.disclosureledger.application.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords without shutting out who knows one: failures are counted for a name together with
 * where they come from, and for the place alone. A guesser elsewhere never touches the owner's count, and who has come in
 * from a place before is not stopped by what others do there. Kept in memory, for each node its own; the oldest are
 * forgotten. Some type their password where the name belongs: what is kept is a digest, whose key nobody else has.
 */
@Component
public class SignInAttempts {

    static final int PER_NAME_AND_PLACE = 10;
    static final int PER_PLACE = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;
    private static final String DIGEST = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Clock clock;
    private final Map<String, Failures> failures = new Recent<>();
    private final Map<String, Boolean> known = new Recent<>();

    private final SecretKeySpec key;

    SignInAttempts(Clock clock) {
        this.clock = clock;
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, DIGEST);
    }

    private static final class Recent<T> extends LinkedHashMap<String, T> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > REMEMBERED;
        }
    }

    private record Failures(Instant since, int count) {}

    /** @param place an address, or what else tells one asker from another */
    public boolean refused(String login, String place) {
        String both = both(login, place);
        String there = digest(place);
        synchronized (failures) {
            return count(both) >= PER_NAME_AND_PLACE || (count(there) >= PER_PLACE && !known.containsKey(both));
        }
    }

    /** Whether it has come in from there before. */
    boolean isKnown(String login, String place) {
        synchronized (failures) {
            return known.containsKey(both(login, place));
        }
    }

    public void failed(String login, String place) {
        synchronized (failures) {
            add(both(login, place));
            add(digest(place));
        }
    }

    public void succeeded(String login, String place) {
        String both = both(login, place);
        synchronized (failures) {
            failures.remove(both);
            known.put(both, true);
        }
    }

    private String both(String login, String place) {
        return digest(place + "\n" + login);
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int remembered() {
        synchronized (failures) {
            return failures.size() + known.size();
        }
    }

    private int count(String key) {
        Failures counted = failures.get(key);
        return counted == null || counted.since().plus(WINDOW).isBefore(clock.instant()) ? 0 : counted.count();
    }

    private void add(String key) {
        Instant now = clock.instant();
        Failures counted = failures.remove(key);
        failures.put(
                key,
                counted == null || counted.since().plus(WINDOW).isBefore(now)
                        ? new Failures(now, 1)
                        : new Failures(counted.since(), counted.count() + 1));
    }
}
