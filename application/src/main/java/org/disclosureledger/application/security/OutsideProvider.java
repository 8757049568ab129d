package org.disclosureledger.application.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * The provider of identities that the configuration names. It is asked where its addresses are when somebody wants to come
 * in, and not before: the service starts and works without it.
 */
final class OutsideProvider implements ClientRegistrationRepository {

    /** Stands in the addresses {@code /oauth2/authorization/ledger} and {@code /login/oauth2/code/ledger}. */
    static final String ID = "ledger";

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};

    private final String issuer;
    private final String client;
    private final String secret;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable ClientRegistration known;

    private OutsideProvider(String issuer, String client, String secret) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
    }

    /** @throws IllegalStateException when it is named by halves, or would be asked over an open line */
    static Optional<OutsideProvider> configured(Environment settings) {
        String issuer = settings.getProperty("ledger.oidc.issuer", "").strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        String client = settings.getProperty("ledger.oidc.client-id", "").strip();
        String secret = secret(settings);
        if (client.isEmpty() || secret.isEmpty()) {
            throw new IllegalStateException(
                    "设置了 LEDGER_OIDC_ISSUER，还须设置 LEDGER_OIDC_CLIENT_ID 和 LEDGER_OIDC_CLIENT_SECRET（或 LEDGER_OIDC_CLIENT_SECRET_FILE）");
        }
        return Optional.of(new OutsideProvider(closed("LEDGER_OIDC_ISSUER", issuer), client, secret));
    }

    private static String secret(Environment settings) {
        String file = settings.getProperty("ledger.oidc.client-secret-file", "").strip();
        if (file.isEmpty()) {
            return settings.getProperty("ledger.oidc.client-secret", "").strip();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("LEDGER_OIDC_CLIENT_SECRET_FILE 指明的文件 " + file + " 不能读取", e);
        }
    }

    /** What is sent to the provider, and what it says of persons, is for nobody else. */
    private static String closed(String what, @Nullable Object address) {
        URI uri = URI.create(String.valueOf(address));
        boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        if (!"https".equals(uri.getScheme()) && !here) {
            throw new IllegalStateException(what + " 须以 https:// 开头：" + address);
        }
        return uri.toString();
    }

    String issuer() {
        return issuer;
    }

    /** For the few questions to the provider; nobody waits long for one that does not answer. */
    static JdkClientHttpRequestFactory impatient() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!registrationId.equals(ID)) {
            return null;
        }
        asking.lock();
        try {
            ClientRegistration registration = known == null ? ask() : known;
            known = registration;
            return registration;
        } finally {
            asking.unlock();
        }
    }

    private ClientRegistration ask() {
        Map<String, Object> says = RestClient.builder()
                .requestFactory(impatient())
                .build()
                .get()
                .uri(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(DESCRIPTION);
        if (says == null || !issuer.equals(says.get("issuer"))) {
            throw new IllegalStateException("the provider calls itself otherwise than the configuration does");
        }
        boolean inBody = says.get("token_endpoint_auth_methods_supported") instanceof Iterable<?> methods
                && !contains(methods, "client_secret_basic")
                && contains(methods, "client_secret_post");
        return ClientRegistration.withRegistrationId(ID)
                .clientId(client)
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        inBody
                                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .issuerUri(issuer)
                .authorizationUri(closed("authorization_endpoint", says.get("authorization_endpoint")))
                .tokenUri(closed("token_endpoint", says.get("token_endpoint")))
                .jwkSetUri(closed("jwks_uri", says.get("jwks_uri")))
                .userNameAttributeName("sub")
                .build();
    }

    private static boolean contains(Iterable<?> methods, String wanted) {
        for (Object method : methods) {
            if (wanted.equals(method)) {
                return true;
            }
        }
        return false;
    }
}
