package org.disclosureledger.application.security;

import java.util.concurrent.Semaphore;
import org.disclosureledger.application.readtrail.SignIns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;

/** Asks {@link SignInAttempts} before a password is looked at. */
final class GuardedSignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedSignIn.class);
    private static final int LONGEST_LOGIN = 64;

    /** Many guesses at once wait for each other's failures; who has come in from a place before waits for nobody. */
    private static final int AT_ONCE = 4;

    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final AuthenticationProvider passwords;
    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final SignIns trail;

    GuardedSignIn(AuthenticationProvider passwords, Accounts accounts, SignInAttempts attempts, SignIns trail) {
        this.trail = trail;
        this.passwords = passwords;
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        String login = authentication.getName();
        String place = RecordedSignIn.place(authentication);
        if (login.length() > LONGEST_LOGIN) {
            throw new BadCredentialsException("nobody is called so");
        }
        if (attempts.isKnown(login, place)) {
            return lookedAt(authentication, login, place);
        }
        atOnce.acquireUninterruptibly();
        try {
            return lookedAt(authentication, login, place);
        } finally {
            atOnce.release();
        }
    }

    /** Some type their password where the name belongs: what is nobody's name is not written down. */
    private String named(String login) {
        return accounts.exists(login) ? login : "no known name";
    }

    private @Nullable Authentication lookedAt(Authentication authentication, String login, String place) {
        if (attempts.refused(login, place)) {
            LOG.warn("sign-in not looked at: {} from {}", named(login), place);
            trail.refused(accounts.exists(login) ? login : null, place);
            throw new LockedException("too many failures from this place");
        }
        try {
            Authentication signedIn = passwords.authenticate(authentication);
            attempts.succeeded(login, place);
            return signedIn;
        } catch (BadCredentialsException e) {
            attempts.failed(login, place);
            LOG.warn("sign-in failed: {} from {}", named(login), place);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
