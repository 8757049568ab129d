package org.disclosureledger.application.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks {@link SignInAttempts} before a password is looked at. */
final class GuardedSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final SignInAttempts attempts;

    GuardedSignIn(AuthenticationProvider passwords, SignInAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        String login = authentication.getName();
        String place =
                authentication.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "?";
        if (attempts.refused(login, place)) {
            throw new LockedException("too many failures from this place");
        }
        try {
            Authentication signedIn = passwords.authenticate(authentication);
            attempts.succeeded(login, place);
            return signedIn;
        } catch (BadCredentialsException e) {
            attempts.failed(login, place);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }
}
