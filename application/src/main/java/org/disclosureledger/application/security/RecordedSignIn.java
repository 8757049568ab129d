package org.disclosureledger.application.security;

import java.util.function.BiConsumer;
import org.disclosureledger.application.readtrail.NotRecorded;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets nobody in before it is recorded. */
final class RecordedSignIn implements AuthenticationManager {

    private final AuthenticationManager passwords;
    private final BiConsumer<String, String> trail;

    /** @param trail is told the sign-in name and the place */
    RecordedSignIn(AuthenticationManager passwords, BiConsumer<String, String> trail) {
        this.passwords = passwords;
        this.trail = trail;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        Authentication signedIn = passwords.authenticate(authentication);
        try {
            trail.accept(signedIn.getName(), place(authentication));
        } catch (NotRecorded e) {
            throw new InternalAuthenticationServiceException("nobody comes in unrecorded", e);
        }
        return signedIn;
    }

    /** An address, or what else tells one asker from another. */
    static String place(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "?";
    }
}
