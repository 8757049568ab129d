package org.disclosureledger.application.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody whom a provider of identities has let in, under the sign-in name of the account that he is linked with. Nothing
 * else that the provider says of him is used.
 */
final class LinkedPerson implements OidcUser, UserDetails {

    private static final long serialVersionUID = 1L;

    private final String login;
    private final OidcIdToken token;

    LinkedPerson(String login, OidcIdToken token) {
        this.login = login;
        this.token = token;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public String getName() {
        return login;
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinkedPerson person && person.login.equals(login);
    }

    @Override
    public int hashCode() {
        return login.hashCode();
    }

    @Override
    public String toString() {
        return login;
    }
}
