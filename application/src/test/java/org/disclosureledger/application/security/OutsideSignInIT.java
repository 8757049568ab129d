package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Coming in by OpenID Connect, over HTTP, from a provider that the test runs: the good way and the others. */
@RunningService
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideSignInIT {

    private static final String ORGAN = "outside";
    private static final SmallProvider PROVIDER = new SmallProvider();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static int persons;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("ledger.oidc.issuer", PROVIDER::issuer);
        settings.add("ledger.oidc.client-id", () -> SmallProvider.CLIENT);
        settings.add("ledger.oidc.client-secret", () -> SmallProvider.SECRET);
        settings.add("ledger.oidc.name", () -> "市统一身份认证");
    }

    @LocalServerPort
    int port;

    @Autowired
    private Ledger ledger;

    private Service admin;

    @BeforeEach
    void quietProvider() {
        admin = new Service(port);
        PROVIDER.twist = claims -> claims;
        PROVIDER.signsStrangely = false;
        PROVIDER.givesNoTokens = false;
        if (admin.get("/api/v1/organs/" + ORGAN).status() == 404) {
            admin.organ(ORGAN, "外联镇人民政府");
        }
    }

    /** A browser that keeps its cookies and goes where it is sent, one step at a time. */
    private final class Visitor {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String address) {
            return send(HttpRequest.newBuilder(URI.create(absolute(address))).GET());
        }

        private String absolute(String address) {
            return address.startsWith("/") ? "http://localhost:" + port + address : address;
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        String next(HttpResponse<String> from) {
            assertThat(from.statusCode()).as(from.body()).isEqualTo(302);
            return from.headers().firstValue("Location").orElseThrow();
        }

        /** Up to where the provider sends it back to. */
        String sentBack() {
            return next(get(next(get("/oauth2/authorization/ledger"))));
        }

        /** Where it is in the end. */
        String comesIn() {
            return next(get(sentBack()));
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals("JSESSIONID"))
                    .map(c -> c.getValue())
                    .findFirst()
                    .orElse("");
        }
    }

    private Answer link(String login, String subject) {
        return admin.as("sysadmin", Service.PASSWORD)
                .putJson("/api/v1/accounts/" + login + "/identity", Map.of("subject", subject));
    }

    /** Somebody who works here and whom the provider knows; it will let him in next. */
    private String person(Role... roles) {
        String login = "outside.p" + ++persons;
        Staff staff = new Staff(admin);
        staff.hire(ORGAN, login);
        PROVIDER.start();
        PROVIDER.subject = "Subject-of-" + login;
        Answer linked = link(login, PROVIDER.subject);
        assertThat(linked.status()).as(linked.text()).isEqualTo(200);
        assertThat(linked.json().path("linked").asBoolean()).isTrue();
        for (Role role : roles) {
            staff.grant(login, ORGAN, role);
        }
        return login;
    }

    private <T> List<T> recorded(long after, Class<T> type) {
        return ledger.after(after, 10_000).stream()
                .map(StoredEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    @Order(1)
    void serviceWorksWithoutTheProviderAndAsksItNothing() {
        assertThat(PROVIDER.asked()).isZero();
        Visitor visitor = new Visitor();
        assertThat(visitor.get("/login").body()).contains("用市统一身份认证登录");

        String there = visitor.next(visitor.get("/oauth2/authorization/ledger"));

        assertThat(there).endsWith("/login?away");
        assertThat(visitor.get(there).body()).contains("现在连不上统一身份认证");
        assertThat(admin.as("sysadmin", Service.PASSWORD)
                        .get("/api/v1/accounts")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void linkedPersonComesInWithTheRolesOfTheLedger() {
        String login = person(Role.HANDLER);
        long before = ledger.head();
        Visitor visitor = new Visitor();
        String back = visitor.sentBack();
        String session = visitor.session();
        assertThat(session).isNotEmpty();

        assertThat(visitor.next(visitor.get(back))).endsWith("/");

        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(session);
        assertThat(visitor.get("/organs/" + ORGAN).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/people").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/api/v1/accounts").statusCode()).isEqualTo(403);
        assertThat(recorded(before, AccessEvent.SignedIn.class).stream()
                        .filter(e -> e.account().equals(login)))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.outside()).isTrue();
                    assertThat(e.program()).isFalse();
                });
        String page = visitor.get("/").body();
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> out =
                visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + csrf.group(1))));
        assertThat(visitor.next(out)).endsWith("/login?logout");
        assertThat(visitor.next(visitor.get("/organs/" + ORGAN))).endsWith("/login");
    }

    @Test
    void ledgerDoesNotSayWhatTheProviderCallsHim() {
        long before = ledger.head();
        String login = person();
        assertThat(ledger.after(before, 10_000))
                .anyMatch(stored -> stored.event() instanceof AccountEvent.IdentityLinked)
                .allSatisfy(stored -> assertThat(stored.row().payload()).doesNotContain("Subject-of-" + login));
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("another nonce", c -> c.claim("nonce", "another")),
                wrong("no nonce", c -> c.claim("nonce", null)),
                wrong("for another client", c -> c.audience("another")),
                wrong("for this and another", c -> c.audience(List.of(SmallProvider.CLIENT, "another"))),
                wrong("of another provider", c -> c.issuer("https://elsewhere.example")),
                wrong(
                        "expired",
                        c -> c.issueTime(Date.from(Instant.now().minusSeconds(900)))
                                .expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                wrong("of nobody", c -> c.subject(null)));
    }

    private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> twist) {
        return Arguments.of(what, twist);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void wrongTokenLetsNobodyIn(String what, UnaryOperator<JWTClaimsSet.Builder> twist) {
        person(Role.HANDLER);
        PROVIDER.twist = twist;
        refused(new Visitor());
    }

    private void refused(Visitor visitor) {
        String there = visitor.comesIn();
        assertThat(there).endsWith("/login?unproven");
        assertThat(visitor.get(there).body()).contains("统一身份认证没有完成");
        assertThat(visitor.next(visitor.get("/organs/" + ORGAN))).endsWith("/login");
    }

    @Test
    void tokenOfAnotherKeyLetsNobodyIn() {
        person(Role.HANDLER);
        PROVIDER.signsStrangely = true;
        refused(new Visitor());
    }

    @Test
    void codeIsGoodOnceAndForOneBrowser() {
        person(Role.HANDLER);
        Visitor visitor = new Visitor();
        String back = visitor.sentBack();
        Visitor thief = new Visitor();
        assertThat(thief.next(thief.get(back))).endsWith("/login?unproven");
        assertThat(visitor.next(visitor.get(back))).endsWith("/");
        assertThat(visitor.next(visitor.get(back))).endsWith("/login?unproven");

        String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        String fresh = thief.sentBack();
        String used = fresh.replaceAll("([?&]code=)[^&]+", "$1" + code);
        assertThat(thief.next(thief.get(used))).endsWith("/login?unproven");
        Visitor other = new Visitor();
        String state = other.sentBack().replaceAll("([?&]state=)[^&]+", "$1forged");
        assertThat(other.next(other.get(state))).endsWith("/login?unproven");
    }

    @Test
    void strangersAndTheSuspendedHearTheSame() {
        String login = person(Role.HANDLER);
        Answer suspended = admin.as("sysadmin", Service.PASSWORD)
                .postJson("/api/v1/accounts/" + login + "/suspension", Map.of("reason", "调离"));
        assertThat(suspended.status()).isEqualTo(200);
        long before = ledger.head();
        Visitor gone = new Visitor();
        String there = gone.comesIn();
        PROVIDER.subject = "subject-of-" + login;
        Visitor stranger = new Visitor();

        assertThat(stranger.comesIn()).isEqualTo(there).endsWith("/login?stranger");
        assertThat(CSRF.matcher(stranger.get(there).body()).replaceAll(""))
                .contains("没有绑定可以使用的账号")
                .isEqualTo(CSRF.matcher(gone.get(there).body()).replaceAll(""));
        // Of strangers one is told of in an hour, whoever it was.
        assertThat(recorded(0, AccessEvent.SignInsRefused.class))
                .extracting(AccessEvent.SignInsRefused::account)
                .contains(login, (String) null);
        assertThat(recorded(before, AccessEvent.SignedIn.class)).noneMatch(e -> login.equals(e.account()));
    }

    @Test
    void unlinkedPersonIsSignedOut() {
        String login = person(Role.HANDLER);
        Visitor visitor = new Visitor();
        assertThat(visitor.comesIn()).endsWith("/");
        assertThat(visitor.get("/organs/" + ORGAN).statusCode()).isEqualTo(200);
        assertThat(admin.as("sysadmin", Service.PASSWORD)
                        .delete("/api/v1/accounts/" + login + "/identity?reason=left")
                        .json()
                        .path("linked")
                        .asBoolean())
                .isFalse();

        assertThat(visitor.next(visitor.get("/organs/" + ORGAN))).contains("/login");
        assertThat(new Visitor().comesIn()).endsWith("/login?stranger");
    }

    @Test
    void providerThatGoesAwayIsSaidToBeAway() {
        person(Role.HANDLER);
        Visitor visitor = new Visitor();
        String back = visitor.sentBack();
        PROVIDER.givesNoTokens = true;
        String there = visitor.next(visitor.get(back));
        assertThat(there).endsWith("/login?away");
        assertThat(visitor.get(there).body()).contains("现在连不上统一身份认证");
    }

    /** Whoever links could link himself, so nothing may be gained by it yet. */
    @Test
    void nobodyIsLinkedWhoCanDoSomethingOrIsLinkedElsewhere() {
        String login = person(Role.HANDLER);
        assertThat(link(login, "another").text()).contains("LINKED_ALREADY");
        new Staff(admin).hire(ORGAN, "outside.busy", Role.CLERK);
        assertThat(link("outside.busy", "busy").text()).contains("LINKED_BEFORE_ROLES");
        new Staff(admin).hire(ORGAN, "outside.second");
        assertThat(link("outside.second", PROVIDER.subject).text()).contains("IDENTITY_TAKEN");
        assertThat(admin.as("secadmin", Service.PASSWORD)
                        .putJson("/api/v1/accounts/outside.second/identity", Map.of("subject", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void halfAConfigurationIsRefused(@TempDir Path directory) throws IOException {
        String issuer = "https://id.example";
        assertThat(OutsideProvider.configured(settings(Map.of()))).isEmpty();
        assertThatThrownBy(() -> OutsideProvider.configured(settings(Map.of("ledger.oidc.issuer", issuer))))
                .hasMessageContaining("LEDGER_OIDC_CLIENT_ID");
        Path secret = Files.writeString(directory.resolve("secret"), "hush\n");
        Map<String, Object> whole = Map.of(
                "ledger.oidc.issuer",
                issuer,
                "ledger.oidc.client-id",
                "ledger",
                "ledger.oidc.client-secret-file",
                secret.toString());
        assertThat(OutsideProvider.configured(settings(whole))).isPresent();
        assertThatThrownBy(() -> OutsideProvider.configured(settings(Map.of(
                        "ledger.oidc.issuer", "http://id.example",
                        "ledger.oidc.client-id", "ledger",
                        "ledger.oidc.client-secret", "hush"))))
                .hasMessageContaining("https://")
                .hasMessageNotContaining("hush");
    }

    private static StandardEnvironment settings(Map<String, Object> values) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new MapPropertySource("test", values));
        return settings;
    }
}
