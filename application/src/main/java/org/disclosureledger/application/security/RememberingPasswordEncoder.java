package org.disclosureledger.application.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A slow password hash is meant to be slow once per sign-in, not once per API call: a pair of password and stored hash
 * that has matched is recognised again by a keyed hash whose key exists in this process only. Failures are never
 * remembered, and a changed password is another pair.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

    private static final int REMEMBERED = 100;

    /** Each takes 16 MB while it is reckoned. */
    private static final int AT_ONCE = 4;

    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    private final PasswordEncoder encoder;
    private final SecretKeySpec key;
    private final Map<String, Boolean> matched = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    RememberingPasswordEncoder(PasswordEncoder encoder) {
        this.encoder = encoder;
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        String pair = pair(password, hash);
        synchronized (matched) {
            if (matched.containsKey(pair)) {
                return true;
            }
        }
        atOnce.acquireUninterruptibly();
        boolean matches;
        try {
            matches = encoder.matches(password, hash);
        } finally {
            atOnce.release();
        }
        if (matches) {
            synchronized (matched) {
                matched.put(pair, true);
            }
        }
        return matches;
    }

    private String pair(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
