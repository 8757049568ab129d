package org.disclosureledger.application.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.privacy.KeyedDigest;
import org.disclosureledger.application.readtrail.SignIns;
import org.disclosureledger.projections.people.AccountRow;
import org.disclosureledger.projections.people.PeopleStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Coming in by OpenID Connect, when a provider is configured: the provider says who somebody is, the ledger which account
 * is linked with him and what he may do. Whoever is linked with none, and whoever is suspended, hears the same.
 */
@Component
public class OutsideSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideSignIn.class);
    private static final String NOT_LINKED = "not_linked";
    private static final int LONGEST_SUBJECT = 255;

    private final @Nullable OutsideProvider provider;
    private final String label;
    private final PeopleStore people;
    private final KeyedDigest digests;
    private final SignIns trail;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    OutsideSignIn(Environment settings, PeopleStore people, KeyedDigest digests, SignIns trail) {
        this.provider = OutsideProvider.configured(settings).orElse(null);
        this.label = settings.getProperty("ledger.oidc.name", "统一身份认证");
        this.people = people;
        this.digests = digests;
        this.trail = trail;
    }

    /** What the office calls the provider; null when none is configured. */
    public @Nullable String label() {
        return provider == null ? null : label;
    }

    /**
     * By what somebody is recognised whom the provider calls so. It tells nothing of him without the ledger's key.
     *
     * @throws Problem when no provider is configured, or nobody can be called so
     */
    public String identity(String subject) {
        if (provider == null) {
            throw new Problem(HttpStatus.CONFLICT, "no-provider", "没有配置统一身份认证", "服务没有配置统一身份认证，不能绑定");
        }
        if (!canBe(subject)) {
            throw Problem.badRequest("subject", "请填写统一身份认证中的用户标识（sub），不超过 " + LONGEST_SUBJECT + " 个字符");
        }
        return HexFormat.of().formatHex(digests.ofExactly("identity", provider.issuer(), subject));
    }

    private static boolean canBe(String subject) {
        return !subject.isBlank() && subject.length() <= LONGEST_SUBJECT;
    }

    /** Adds the way in to what browsers ask, when there is one. */
    void offer(HttpSecurity http) throws Exception {
        if (provider == null) {
            return;
        }
        DefaultOAuth2AuthorizationRequestResolver asking = new DefaultOAuth2AuthorizationRequestResolver(
                provider, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(asking))
                .defaultSuccessUrl("/")
                .failureHandler(OutsideSignIn::explain)
                .addObjectPostProcessor(new ExplainingRedirect()));
    }

    /** The redirection to a provider that is away is explained as well. */
    private static final class ExplainingRedirect
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
            filter.setAuthenticationFailureHandler(OutsideSignIn::explain);
            return filter;
        }
    }

    /** Nothing is asked of the provider later on. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // It is good for nothing here.
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // There is none.
        }
    }

    /** Passwords are looked at by the one, what a provider says by this; neither lets anybody in unrecorded. */
    AuthenticationManager beside(AuthenticationManager passwords) {
        if (provider == null) {
            return passwords;
        }
        AuthenticationManager outside = new RecordedSignIn(new ProviderManager(codes()), trail::personFromOutside);
        return asked ->
                asked instanceof OAuth2LoginAuthenticationToken ? told(outside, asked) : passwords.authenticate(asked);
    }

    private Authentication told(AuthenticationManager outside, Authentication asked) {
        try {
            return outside.authenticate(asked);
        } catch (NotLinked e) {
            trail.refused(e.login, RecordedSignIn.place(asked));
            throw e;
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider codes() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(OutsideProvider.impatient())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        OidcAuthorizationCodeAuthenticationProvider codes =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, this::person);
        codes.setJwtDecoderFactory(registration ->
                decoders.computeIfAbsent(registration.getRegistrationId(), id -> decoder(registration)));
        return codes;
    }

    private static JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .restOperations(new RestTemplate(OutsideProvider.impatient()))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    private OidcUser person(OidcUserRequest request) {
        String subject = request.getIdToken().getSubject();
        if (subject == null || !canBe(subject)) {
            throw new NotLinked(null);
        }
        List<AccountRow> linked = Access.asProduct(() -> people.linkedWith(identity(subject)));
        if (linked.size() != 1 || linked.get(0).suspended()) {
            throw new NotLinked(linked.size() == 1 ? linked.get(0).login() : null);
        }
        return new LinkedPerson(linked.get(0).login(), request.getIdToken());
    }

    /** That nobody here is the one whom the provider has let in. */
    private static final class NotLinked extends OAuth2AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final @Nullable String login;

        NotLinked(@Nullable String login) {
            super(new OAuth2Error(NOT_LINKED));
            this.login = login;
        }
    }

    private static void explain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = why(failure);
        LOG.warn("sign-in by the provider of identities: {} ({})", why, code(failure));
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    private static String code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException e
                ? e.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }

    private static String why(AuthenticationException failure) {
        if (failure instanceof InternalAuthenticationServiceException) {
            return "unavailable";
        }
        if (failure instanceof NotLinked) {
            return "stranger";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return "away";
            }
        }
        return "unproven";
    }
}
