package org.disclosureledger.application.security;

import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** The browsers in which somebody is signed in, of this node. */
@Component
public class Sessions {

    private final SessionRegistry registry;

    Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /**
     * Ends them, since their password is good no more.
     *
     * @param kept identity of the one in which the password was changed, empty for none
     */
    public void end(String login, String kept) {
        registry.getAllPrincipals().stream()
                .filter(principal -> principal instanceof UserDetails user
                        && user.getUsername().equals(login))
                .flatMap(principal -> registry.getAllSessions(principal, false).stream())
                .filter(session -> !session.getSessionId().equals(kept))
                .forEach(session -> session.expireNow());
    }
}
