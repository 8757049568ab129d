package org.disclosureledger.application.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider of identities as small as the standard lets it be, which takes nothing that the standard forbids. */
final class SmallProvider {

    static final String CLIENT = "disclosure-ledger";
    static final String SECRET = "a secret: with/odd+letters";

    private record Granted(String nonce, String challenge, String redirect, String subject) {}

    private final int port;
    private final RSAKey key;
    private final RSAKey strange;
    private final Map<String, Granted> codes = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private @Nullable HttpServer server;

    /** Whom it lets in next. */
    String subject = "";

    /** What it says of him, made wrong. */
    UnaryOperator<JWTClaimsSet.Builder> twist = claims -> claims;

    boolean signsStrangely;
    boolean givesNoTokens;

    SmallProvider() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
            this.key = new RSAKeyGenerator(2048).keyID("1").generate();
            this.strange = new RSAKeyGenerator(2048).keyID("1").generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    int asked() {
        return asked.get();
    }

    void start() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                        "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                        "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer()));
                case "/keys" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> json(exchange, 404, "{}");
            }
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int at = pair.indexOf('=');
            form.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asks = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asks.get("client_id"))
                || !"code".equals(asks.get("response_type"))
                || !"openid".equals(asks.get("scope"))
                || !"S256".equals(asks.get("code_challenge_method"))
                || !asks.keySet().containsAll(List.of("state", "nonce", "code_challenge", "redirect_uri"))) {
            json(exchange, 400, "{}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Granted(
                        String.valueOf(asks.get("nonce")),
                        String.valueOf(asks.get("code_challenge")),
                        String.valueOf(asks.get("redirect_uri")),
                        subject));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asks.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asks.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        if (givesNoTokens) {
            exchange.close();
            return;
        }
        Map<String, String> asks = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        Granted granted = codes.remove(asks.get("code"));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (granted == null
                || !granted.redirect().equals(asks.get("redirect_uri"))
                || !granted.challenge().equals(challenge(asks.get("code_verifier")))) {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            json(
                    exchange,
                    200,
                    "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                            + idToken(granted) + "\"}");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(@Nullable String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idToken(Granted granted) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(granted.subject())
                .audience(CLIENT)
                .claim("nonce", granted.nonce())
                .claim("roles", List.of("admin", "systemAdmin"))
                .claim("preferred_username", "admin")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
                twist.apply(claims).build());
        try {
            token.sign(new RSASSASigner(signsStrangely ? strange : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
