package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coming in: first passwords, changes, suspensions, and who guesses. */
@RunningService
class SignInIT {

    @LocalServerPort
    int port;

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void firstPasswordMustBeChanged() {
        Service admin = new Service(port);
        admin.organ("sign-in", "登录镇人民政府");
        Answer opened = admin.as("sysadmin", Service.PASSWORD)
                .postJson("/api/v1/accounts", Map.of("login", "sign.first", "name", "王敏", "organ", "sign-in"));
        assertThat(opened.status()).isEqualTo(201);
        String first = opened.json().path("firstPassword").asString();
        Service person = admin.as("sign.first", first);
        Answer early = admin.as("secadmin", Service.PASSWORD)
                .call("PUT", "/api/v1/accounts/sign.first/roles/sign-in/clerk", "", new byte[0]);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("FIRST_PASSWORD_KEPT");

        Answer refused = person.get("/api/v1/organs");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("type").asString()).endsWith(":first-password");
        assertThat(person.putJson("/api/v1/password", Map.of("old", first, "fresh", "short"))
                        .json()
                        .path("detail")
                        .asString())
                .contains("12 至 128");
        assertThat(person.putJson("/api/v1/password", Map.of("old", "wrong", "fresh", "a-much-longer-one"))
                        .status())
                .isEqualTo(422);
        assertThat(person.putJson("/api/v1/password", Map.of("old", first, "fresh", "sign.first-2026-x"))
                        .json()
                        .path("detail")
                        .asString())
                .contains("不能含有用户名");
        assertThat(person.putJson("/api/v1/password", Map.of("old", first, "fresh", "a-much-longer-one"))
                        .status())
                .isEqualTo(204);
        assertThat(person.get("/api/v1/organs").status()).isEqualTo(401);
        assertThat(admin.as("sign.first", "a-much-longer-one")
                        .get("/api/v1/organs")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingOutsideIsOfferedUnlessConfigured() throws IOException, InterruptedException {
        Service admin = new Service(port);
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            URI login = URI.create("http://localhost:" + port + "/login");
            assertThat(visitor.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString())
                            .body())
                    .contains("用户名")
                    .doesNotContain("oauth2", "统一身份认证");
            HttpResponse<String> there = visitor.send(
                    HttpRequest.newBuilder(login.resolve("/oauth2/authorization/ledger"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(there.headers().firstValue("Location"))
                    .hasValueSatisfying(l -> assertThat(l).endsWith("/login"));
        }
        admin.organ("sign-outside", "不接镇人民政府");
        new Staff(admin).hire("sign-outside", "sign.outside");
        Answer refused = admin.as("sysadmin", Service.PASSWORD)
                .putJson("/api/v1/accounts/sign.outside/identity", Map.of("subject", "somebody"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("没有配置统一身份认证");
    }

    @Test
    void suspensionAndWithdrawalHoldAtTheNextRequest() {
        Service admin = new Service(port);
        admin.organ("sign-out", "停用镇人民政府");
        Service clerk = new Staff(admin).hire("sign-out", "sign.out", Role.CLERK);
        assertThat(clerk.get("/api/v1/organs/sign-out").status()).isEqualTo(200);

        Answer withdrawn = admin.as("secadmin", Service.PASSWORD)
                .delete("/api/v1/accounts/sign.out/roles/sign-out/clerk?reason=rotation");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/organs/sign-out").status()).isEqualTo(404);

        new Staff(admin).grant("sign.out", "sign-out", Role.CLERK);
        assertThat(clerk.get("/api/v1/organs/sign-out").status()).isEqualTo(200);
        assertThat(admin.as("sysadmin", Service.PASSWORD)
                        .postJson("/api/v1/accounts/sign.out/suspension", Map.of("reason", "调离"))
                        .status())
                .isEqualTo(200);
        assertThat(clerk.get("/api/v1/organs/sign-out").status()).isEqualTo(401);
    }

    /** Who makes accounts cannot empower them, and the other way round; nobody does it for himself. */
    @Test
    void dutiesStayApart() {
        Service admin = new Service(port);
        admin.organ("sign-duty", "分立镇人民政府");
        Staff staff = new Staff(admin);
        staff.hire("sign-duty", "sign.duty", Role.HANDLER);
        Answer united = admin.as("secadmin", Service.PASSWORD)
                .call("PUT", "/api/v1/accounts/sign.duty/roles/sign-duty/systemAdmin", "", new byte[0]);
        assertThat(united.status()).isEqualTo(422);
        assertThat(united.text()).contains("DUTIES_APART");
        Service security = staff.hire("sign-duty", "sign.security", Role.SECURITY_ADMIN);
        Answer self = security.call("PUT", "/api/v1/accounts/sign.security/roles/sign-duty/clerk", "", new byte[0]);
        assertThat(self.text()).contains("NOT_ONESELF");
        assertThat(security.postJson(
                                "/api/v1/accounts", Map.of("login", "sign.made", "name", "某某", "organ", "sign-duty"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.as("sysadmin", Service.PASSWORD)
                        .call("PUT", "/api/v1/accounts/sign.duty/roles/sign-duty/approver", "", new byte[0])
                        .status())
                .isEqualTo(403);
    }

    /** 1 when the guess was looked at. */
    private static int guessed(SignInAttempts attempts, String login, String place) {
        if (attempts.refused(login, place)) {
            return 0;
        }
        attempts.failed(login, place);
        return 1;
    }

    /** Ten thousand guesses from elsewhere: none is looked at after the tenth, and the owner still comes in. */
    @Test
    void guesserShutsOutNobodyButHimself() {
        Watch watch = new Watch();
        SignInAttempts attempts = new SignInAttempts(watch);
        int lookedAt = 0;
        for (int i = 0; i < 10_000; i++) {
            lookedAt += guessed(attempts, "wang.min", "203.0.113." + i % 50);
            assertThat(attempts.refused("wang.min", "192.0.2.7")).isFalse();
        }
        assertThat(lookedAt).isEqualTo(50 * SignInAttempts.PER_NAME_AND_PLACE);

        attempts.succeeded("li.hua", "198.51.100.9");
        int names = 0;
        for (int i = 0; i < 1_000; i++) {
            names += guessed(attempts, "someone" + i, "198.51.100.9");
        }
        assertThat(names).isEqualTo(SignInAttempts.PER_PLACE);
        assertThat(attempts.refused("li.hua", "198.51.100.9")).isFalse();
        watch.now = watch.now.plus(Duration.ofMinutes(16));
        assertThat(attempts.refused("wang.min", "203.0.113.1")).isFalse();
        assertThat(attempts.refused("unknown", "198.51.100.9")).isFalse();
    }

    /** Whoever mistypes his old password a hundred times keeps nobody else from changing his. */
    @Test
    void changesOfOthersAreNotInTheWay() {
        Service admin = new Service(port);
        admin.organ("sign-change", "改密镇人民政府");
        Staff staff = new Staff(admin);
        for (int i = 0; i < SignInAttempts.PER_PLACE / SignInAttempts.PER_NAME_AND_PLACE; i++) {
            Service careless = staff.hire("sign-change", "sign.careless" + i);
            for (int j = 0; j < SignInAttempts.PER_NAME_AND_PLACE; j++) {
                careless.putJson("/api/v1/password", Map.of("old", "wrong", "fresh", "a-much-longer-one"));
            }
            assertThat(careless.putJson("/api/v1/password", Map.of("old", Staff.PASSWORD, "fresh", "a-much-longer-one"))
                            .text())
                    .contains("输错的次数太多");
        }
        staff.hire("sign-change", "sign.careful");
    }

    @Test
    void wrongPasswordsAreNotLookedAtForEver() {
        Service admin = new Service(port);
        admin.organ("sign-guess", "猜测镇人民政府");
        Service owner = new Staff(admin).hire("sign-guess", "sign.guess", Role.CLERK);
        for (int i = 0; i < SignInAttempts.PER_NAME_AND_PLACE; i++) {
            assertThat(admin.as("sign.guess", "guess-number-" + i)
                            .get("/api/v1/organs")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(owner.get("/api/v1/organs").status()).isEqualTo(401);
        assertThat(admin.get("/api/v1/organs").status()).isEqualTo(200);
    }

    /** Who makes a password knows it: it must be good for nothing until somebody else has given the roles back. */
    @Test
    void passwordIsMadeOnlyForWhoHoldsNoRole() {
        Service admin = new Service(port);
        admin.organ("sign-reset", "重发镇人民政府");
        new Staff(admin).hire("sign-reset", "sign.reset", Role.CLERK);
        Service system = admin.as("sysadmin", Service.PASSWORD);

        Answer refused = system.postJson("/api/v1/accounts/sign.reset/first-password", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("HOLDS_ROLES");
        admin.as("secadmin", Service.PASSWORD)
                .delete("/api/v1/accounts/sign.reset/roles/sign-reset/clerk?reason=forgotten");
        Answer made = system.postJson("/api/v1/accounts/sign.reset/first-password", Map.of());
        assertThat(made.status()).isEqualTo(200);
        assertThat(admin.as("sign.reset", Staff.PASSWORD).get("/api/v1/organs").status())
                .isEqualTo(401);
        assertThat(admin.as("sign.reset", made.json().path("firstPassword").asString())
                        .get("/api/v1/organs")
                        .status())
                .isEqualTo(403);
    }

    /** A foreign page makes the browser send the password that it remembers; nobody's files are read unasked. */
    @Test
    void foreignPagesAndUnknownUploadsAreTurnedAway() {
        Service admin = new Service(port);
        admin.organ("sign-gate", "门口镇人民政府");
        assertThat(admin.postJson(
                                "/api/v1/organs",
                                Map.of("code", "sign-forged", "name", "伪造镇"),
                                Map.of("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/organs/sign-forged").status()).isEqualTo(404);
        assertThat(admin.postJson(
                                "/api/v1/organs",
                                Map.of("code", "sign-own", "name", "自己镇"),
                                Map.of("Sec-Fetch-Site", "same-origin"))
                        .status())
                .isEqualTo(201);
        assertThat(admin.anonymousUpload("/api/v1/organs/sign-gate/imports/requests", "anything")
                        .status())
                .isEqualTo(401);
        Answer page = admin.anonymousUpload("/organs/sign-gate/imports", "anything");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    /** A program that asks a thousand times leaves no sessions behind, and signs no browser out. */
    @Test
    void programsLeaveNoSession() {
        Service admin = new Service(port);
        for (int i = 0; i < 10; i++) {
            Answer answer = admin.get("/api/v1/organs");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    /** Somebody with a browser. */
    private final class Visitor {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        }

        private HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
            Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"")
                    .matcher(get(path).body());
            assertThat(token.find()).as(path).isTrue();
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form + "&_csrf=" + token.group(1)))
                            .build(),
                    BodyHandlers.ofString());
        }

        /** Where the first page leads. */
        private String arrives() throws IOException, InterruptedException {
            HttpResponse<String> page = get("/");
            return page.statusCode() + " "
                    + page.headers().firstValue("Location").orElse("");
        }
    }

    private Visitor signedIn(String login, String password) throws IOException, InterruptedException {
        Visitor visitor = new Visitor();
        visitor.send("/login", "username=" + login + "&password=" + password);
        assertThat(visitor.arrives()).as(login).isEqualTo("200 ");
        return visitor;
    }

    /** Whoever has got hold of a password is out when its owner changes it; so is the one unused for longest of many. */
    @Test
    void otherBrowsersAreSignedOut() throws IOException, InterruptedException {
        Service admin = new Service(port);
        admin.organ("sign-browser", "浏览镇人民政府");
        new Staff(admin).hire("sign-browser", "sign.browser", Role.CLERK);
        Visitor owner = signedIn("sign.browser", Staff.PASSWORD);
        Visitor other = signedIn("sign.browser", Staff.PASSWORD);

        owner.send("/password", "old=" + Staff.PASSWORD + "&fresh=quite-another-one&again=quite-another-one");
        assertThat(owner.arrives()).isEqualTo("200 ");
        assertThat(other.arrives()).startsWith("302 ").contains("/login");

        for (int i = 0; i < 4; i++) {
            signedIn("sign.browser", "quite-another-one");
        }
        assertThat(owner.arrives()).isEqualTo("200 ");
        Visitor sixth = signedIn("sign.browser", "quite-another-one");
        assertThat(sixth.arrives()).isEqualTo("200 ");
        assertThat(owner.arrives()).isEqualTo("200 ");
    }

    @Test
    void pagesTellNobodyElseWhereTheyWereOpenedFrom() {
        Service admin = new Service(port);
        for (String path : List.of("/", "/login", "/api/v1/organs")) {
            assertThat(admin.get(path).headers().firstValue("Referrer-Policy"))
                    .as(path)
                    .hasValue("same-origin");
        }
    }

    /** A link from elsewhere leads where it points after signing in; one that names somebody is forgotten at once. */
    @Test
    void onlyPlainAddressesAreRememberedUntilSignIn() throws IOException, InterruptedException {
        Service admin = new Service(port);
        admin.organ("sign-link", "来信镇人民政府");
        new Staff(admin).hire("sign-link", "sign.link", Role.CLERK);
        for (String path :
                List.of("/organs/sign-link", "/organs/sign-link/registers/requests?text=x", "/organs/%E5%BC%A0")) {
            Visitor visitor = new Visitor();
            visitor.get(path);
            HttpResponse<String> in = visitor.send("/login", "username=sign.link&password=" + Staff.PASSWORD);
            String to = in.headers().firstValue("Location").orElse("");
            assertThat(to.contains("/organs/sign-link"))
                    .as(path + " leads to " + to)
                    .isEqualTo(path.equals("/organs/sign-link"));
        }
    }

    @Test
    void countsOfManyNamesAndPlacesStayBounded() {
        SignInAttempts attempts = new SignInAttempts(new Watch());
        for (int i = 0; i < 150_000; i++) {
            attempts.failed("name" + i, "2001:db8::" + Integer.toHexString(i));
        }
        assertThat(attempts.remembered()).isEqualTo(100_000);
        assertThat(attempts.refused("name1", "192.0.2.1")).isFalse();
    }

    /** What the running program tells of itself is for those who look after it. */
    @Test
    void measurementsAreForAdministrators() {
        Service admin = new Service(port);
        admin.organ("sign-metrics", "量度镇人民政府");
        Service clerk = new Staff(admin).hire("sign-metrics", "sign.metrics", Role.CLERK);
        assertThat(clerk.get("/actuator/metrics").status()).isEqualTo(403);
        assertThat(admin.as("sysadmin", Service.PASSWORD)
                        .get("/actuator/metrics")
                        .status())
                .isEqualTo(200);
        assertThat(admin.anonymous("/actuator/metrics").status()).isIn(302, 401);
    }
}
