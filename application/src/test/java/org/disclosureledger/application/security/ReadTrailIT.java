package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.security.Endpoints.Endpoint;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Whatever shows what is sealed is recorded before it is shown: at every address that the code has, so that none can be
 * forgotten; and where it cannot be recorded nothing is shown.
 */
@RunningService
class ReadTrailIT {

    private static final String MARK = "实名柒捌玖";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Ledger ledger;

    @Autowired
    private EmbeddedDatabase database;

    @Autowired
    private JdbcTemplate template;

    /** An organ with somebody who reads: what belongs into the addresses, for one case after the other. */
    private record Office(String organ, String reader, Service service, List<Map<String, String>> cases) {

        Map<String, String> request() {
            return cases.get(0);
        }
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
        return answer.json();
    }

    private static String firstCase(Service who, String organ, String register) {
        return done(who.get("/api/v1/organs/" + organ + "/registers/" + register))
                .at("/cases/0/case")
                .asString();
    }

    private Office office(String organ) {
        Service admin = new Service(port);
        admin.organ(organ, "留痕镇人民政府");
        done(admin.importCsv(organ, "remedies", """
                案件编号,程序,受理日期,审结日期,结果,备注
                复1,行政复议,2024-04-01,2024-05-20,维持,%s备注
                """.formatted(MARK)));
        Answer refused = admin.importCsv(organ, "requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容
                错1,2024-03-01,%s,自然人,某,某
                """.formatted(MARK));
        assertThat(refused.status()).isEqualTo(422);
        done(admin.postJson(
                "/api/v1/organs/" + organ + "/requests",
                Map.of(
                        "receivedOn", "2024-05-06",
                        "channel", "inPerson",
                        "applicantKind", "naturalPerson",
                        "applicant", MARK,
                        "representative", MARK + "代理",
                        "identityProof", "originalSeen",
                        "content", MARK + "的档案")));
        String request = firstCase(admin, organ, "requests");
        String place = "/api/v1/organs/" + organ + "/requests/" + request;
        done(admin.postJson(
                place + "/letters/receipt", Map.of("on", "2024-05-06", "letterNumber", "回1", "values", Map.of())));
        String letter =
                done(admin.get(place + "/letters")).at("/issued/0/number").asString();
        done(admin.attach(
                organ,
                request,
                "application",
                Map.of(MARK + ".txt", (MARK + "的申请书").getBytes(StandardCharsets.UTF_8)),
                Map.of()));
        String imported = refused.json().path("importId").asString();
        String reader = organ + ".reader";
        Service service = new Staff(admin)
                .hire(organ, reader, Role.CLERK, Role.HANDLER, Role.APPROVER, Role.STATISTICIAN, Role.AUDITOR);
        Map<String, String> ofRequest = Map.of(
                "caseId", request, "letter", letter, "importId", imported, "id", imported, "register", "requests");
        Map<String, String> ofRemedy = new LinkedHashMap<>(ofRequest);
        ofRemedy.put("caseId", firstCase(admin, organ, "remedies"));
        ofRemedy.put("register", "remedies");
        return new Office(organ, reader, service, List.of(ofRequest, ofRemedy));
    }

    private static String address(Endpoint endpoint, Office office, Map<String, String> variables) {
        return endpoint.filled(variable -> switch (variable) {
            case "organ", "code" -> office.organ();
            case "number" -> endpoint.path().contains("letters") ? variables.getOrDefault("letter", "1") : "1";
            case "year" -> "2024";
            case "version" -> "1";
            case "format" -> "docx";
            case "table" -> "requests";
            case "row", "column" -> "total";
            case "section" -> "overview";
            case "kind" -> "receipt";
            case "chart" -> "resultGroups";
            case "step" -> "askForCorrection";
            case "login" -> office.reader();
            default -> variables.getOrDefault(variable, "00000000-0000-8000-8000-000000000000");
        });
    }

    private List<AccessEvent> trail(long after) {
        List<AccessEvent> trail = new ArrayList<>();
        for (StoredEvent event : ledger.after(after, 1_000)) {
            if (event.event() instanceof AccessEvent access) {
                trail.add(access);
            }
        }
        return trail;
    }

    private static boolean tells(AccessEvent event, Office office, Map<String, String> variables) {
        return switch (event) {
            case AccessEvent.PersonalDataRead e ->
                e.account().equals(office.reader())
                        && e.organ().value().equals(office.organ())
                        && e.subjectId() != null
                        && variables.containsValue(e.subjectId().toString());
            case AccessEvent.DataExported e ->
                e.account().equals(office.reader())
                        && e.organ().value().equals(office.organ())
                        && e.personal()
                        && variables.containsValue(e.register());
            case AccessEvent.SignedIn ignored -> false;
            case AccessEvent.SignInsRefused ignored -> false;
        };
    }

    /** The addresses whose answers show what is sealed, by what the answers say. */
    private Set<String> showing(Office office) {
        Set<String> showing = new TreeSet<>();
        for (Endpoint endpoint : Endpoints.of(requestMappingHandlerMapping)) {
            if (endpoint.method().equals("GET")) {
                for (Map<String, String> variables : office.cases()) {
                    String address = address(endpoint, office, variables);
                    if (Intrusion.readable(office.service().get(address)).contains(MARK)) {
                        showing.add(address);
                    }
                }
            }
        }
        return showing;
    }

    @Test
    void whateverShowsWhatIsSealedIsInTheLedgerAndNothingElseIs() {
        Office office = office("trail-every");
        office.service().get("/api/v1/organs");
        Set<String> wrong = new TreeSet<>();
        Set<String> showing = new TreeSet<>();
        int asked = 0;
        for (Endpoint endpoint : Endpoints.of(requestMappingHandlerMapping)) {
            if (!endpoint.method().equals("GET")) {
                continue;
            }
            for (Map<String, String> variables : office.cases()) {
                for (String query : List.of("", "asOf=2025-01-01T00:00:00Z", "asOf=" + java.time.Instant.now())) {
                    String address = address(endpoint, office, variables);
                    long before = ledger.head();
                    Answer answer = office.service()
                            .get(address + (query.isEmpty() ? "" : (address.contains("?") ? "&" : "?") + query));
                    asked++;
                    List<AccessEvent> trail = trail(before);
                    boolean shows = Intrusion.readable(answer).contains(MARK);
                    if (shows) {
                        showing.add(endpoint.toString());
                    }
                    if (shows && trail.stream().noneMatch(e -> tells(e, office, variables))) {
                        wrong.add("not recorded: " + endpoint + "?" + query);
                    }
                    // The form for corrections opens the remarks of a remedy, too, and does not show them.
                    if (!shows
                            && (variables.equals(office.request())
                                    || !endpoint.toString().endsWith("/edit"))
                            && trail.stream().anyMatch(AccessEvent.PersonalDataRead.class::isInstance)) {
                        wrong.add("recorded for nothing: " + endpoint + "?" + query + " " + answer.status());
                    }
                    if (trail.stream()
                                    .filter(AccessEvent.PersonalDataRead.class::isInstance)
                                    .count()
                            > 1) {
                        wrong.add("one case twice: " + endpoint + "?" + query);
                    }
                    boolean file = answer.headers()
                            .firstValue("Content-Disposition")
                            .orElse("")
                            .startsWith("attachment");
                    if (file && trail.isEmpty() && !holdsNoData(endpoint)) {
                        wrong.add("a file that nobody recorded: " + endpoint);
                    }
                }
            }
        }
        System.out.println("read trail: " + asked + " readings, personal data at " + showing.size() + " addresses");
        assertThat(wrong).isEmpty();
        assertThat(showing)
                .contains(
                        "GET /api/v1/organs/{organ}/cases/{caseId}",
                        "GET /api/v1/organs/{organ}/imports/{id}",
                        "GET /api/v1/organs/{organ}/imports/{id}/findings",
                        "GET /api/v1/organs/{organ}/registers/{register}/export",
                        "GET /api/v1/organs/{organ}/requests/{caseId}",
                        "GET /api/v1/organs/{organ}/requests/{caseId}/attachments",
                        "GET /api/v1/organs/{organ}/requests/{caseId}/attachments/{number}/content",
                        "GET /api/v1/organs/{organ}/requests/{caseId}/letters/drafts/{kind}",
                        "GET /api/v1/organs/{organ}/requests/{caseId}/letters/{number}/document",
                        "GET /organs/{code}/cases/{caseId}",
                        "GET /organs/{code}/cases/{caseId}/edit",
                        "GET /organs/{code}/imports/{importId}",
                        "GET /organs/{code}/imports/{importId}/findings.csv",
                        "GET /organs/{code}/requests/{caseId}/receipt");
    }

    private static boolean holdsNoData(Endpoint endpoint) {
        return List.of("public-key", "letter-templates", "template/").stream().anyMatch(endpoint.path()::contains);
    }

    /** Forms that come back with what is recorded, letters that are looked at, and the search by applicant. */
    @Test
    void whatIsShownInAnswerToAFormIsRecorded() {
        Office office = office("trail-forms");
        String organ = "/organs/" + office.organ();
        String caseId = String.valueOf(office.request().get("caseId"));
        long before = ledger.head();
        Answer again = office.service()
                .post(
                        organ + "/cases/" + caseId + "/edit",
                        FORM,
                        "receivedOn=2024-05-06&channel=inPerson&applicantKind=naturalPerson&applicant=x&content=y"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("请填写更正理由");
        assertThat(trail(before))
                .singleElement()
                .satisfies(e -> assertThat(tells(e, office, office.request())).isTrue());

        before = ledger.head();
        Answer saved = office.service()
                .post(
                        organ + "/cases/" + caseId + "/edit",
                        FORM,
                        "receivedOn=2024-05-06&channel=inPerson&applicantKind=naturalPerson&applicant=x&content=y&reason=z"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(ledger.head()).isGreaterThan(before);
        assertThat(trail(before)).isEmpty();

        before = ledger.head();
        Answer found = office.service()
                .post(organ + "/registers/requests/applicants", FORM, "applicant=x".getBytes(StandardCharsets.UTF_8));
        assertThat(found.text()).contains("/cases/" + caseId);
        assertThat(trail(before)).singleElement().satisfies(e -> {
            assertThat(tells(e, office, office.request())).isTrue();
            assertThat(((AccessEvent.PersonalDataRead) e).purpose()).isEqualTo(ReadingPurpose.APPLICANT_SEARCH);
        });
        before = ledger.head();
        office.service()
                .post(
                        organ + "/registers/requests/applicants",
                        FORM,
                        "applicant=nobody".getBytes(StandardCharsets.UTF_8));
        assertThat(trail(before))
                .singleElement()
                .satisfies(e -> assertThat(((AccessEvent.PersonalDataRead) e).subjectId())
                        .isNull());

        String letters = "/api/v1/organs/" + office.organ() + "/requests/" + caseId + "/letters";
        Map<String, Object> letter = Map.of("on", "2024-05-08", "letterNumber", "回2", "values", Map.of());
        before = ledger.head();
        assertThat(office.service()
                        .postJson(letters + "/drafts/receipt/preview", letter)
                        .status())
                .isEqualTo(200);
        assertThat(trail(before))
                .singleElement()
                .satisfies(e -> assertThat(tells(e, office, office.request())).isTrue());
        before = ledger.head();
        done(office.service().postJson(letters + "/receipt", letter));
        assertThat(trail(before)).isEmpty();
    }

    private interface Act {
        void run() throws Exception;
    }

    /** What the ledger refuses to take, it refuses to whoever asks: the service's own role may not insert. */
    private void whileNothingCanBeRecorded(Act act) throws Exception {
        try (Connection owner = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                Statement statement = owner.createStatement()) {
            statement.execute("revoke insert on ledger_event from ledger_application");
            try {
                act.run();
            } finally {
                statement.execute("grant insert on ledger_event to ledger_application");
            }
        }
    }

    @Test
    void whatCannotBeRecordedIsNotShown() throws Exception {
        Office office = office("trail-refused");
        Service admin = new Service(port);
        Service newcomer = new Staff(admin).hire(office.organ(), "trail.newcomer", Role.HANDLER);
        Set<String> showing = showing(office);
        assertThat(showing).hasSizeGreaterThan(12);
        String api = "/api/v1/organs/" + office.organ();
        List<String> files = List.of(
                api + "/registers/documents/list-export?format=csv",
                api + "/publications/export",
                api + "/calendar/export.csv",
                api + "/annual-reports/2024/report.csv");
        files.forEach(
                file -> assertThat(office.service().get(file).status()).as(file).isEqualTo(200));
        long before = ledger.head();

        whileNothingCanBeRecorded(() -> {
            for (String address : showing) {
                Answer answer = office.service().get(address);
                assertThat(answer.status()).as(address).isEqualTo(503);
                assertThat(Intrusion.readable(answer))
                        .as(address)
                        .contains("记入台账")
                        .doesNotContain(MARK);
                assertThat(answer.headers().firstValue("Content-Disposition"))
                        .as(address)
                        .isEmpty();
                if (address.startsWith("/api/")) {
                    assertThat(answer.json().path("type").asString()).endsWith(":reading-not-recorded");
                }
            }
            for (String file : files) {
                Answer answer = office.service().get(file);
                assertThat(answer.status()).as(file).isEqualTo(503);
                assertThat(answer.json().path("type").asString()).endsWith(":reading-not-recorded");
            }
            assertThat(admin.get("/api/v1/ledger/audit-package").status()).isEqualTo(503);
            Answer search = office.service()
                    .post(
                            "/organs/" + office.organ() + "/registers/requests/applicants",
                            FORM,
                            ("applicant=" + MARK).getBytes(StandardCharsets.UTF_8));
            assertThat(search.status()).isEqualTo(503);
            assertThat(search.text())
                    .doesNotContain(String.valueOf(office.request().get("caseId")));
            // What shows nobody is shown.
            assertThat(office.service().get(api + "/registers/requests").status())
                    .isEqualTo(200);
            assertThat(admin.as("trail.newcomer", Staff.PASSWORD).get(api).status())
                    .as("who has come in within the hour")
                    .isEqualTo(200);
            assertThat(newcomer.get(api).status()).isEqualTo(200);
            Visitor visitor = new Visitor();
            assertThat(visitor.signIn("trail.newcomer", Staff.PASSWORD)).endsWith("/login?unavailable");
            assertThat(visitor.get("/login?unavailable").body()).contains("暂时不能登录");
            assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        });

        assertThat(ledger.head()).isEqualTo(before);
        for (String address : showing) {
            assertThat(office.service().get(address).status()).as(address).isEqualTo(200);
        }
        assertThat(new Visitor().signIn("trail.newcomer", Staff.PASSWORD)).endsWith("/");
    }

    /** Somebody else holds the end of the ledger: not a byte leaves before the event is there. */
    @Test
    void nothingLeavesBeforeTheCommit() throws Exception {
        Office office = office("trail-held");
        String address = "/api/v1/organs/" + office.organ() + "/cases/"
                + office.request().get("caseId");
        CompletableFuture<Answer> answer;
        long before = ledger.head();
        try (Connection owner = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select number from ledger_head for update");
            answer = CompletableFuture.supplyAsync(() -> office.service().get(address));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForTheHead);
            assertThat(answer).isNotDone();
            owner.rollback();
        }
        assertThat(answer.get().text()).contains(MARK);
        assertThat(trail(before))
                .singleElement()
                .satisfies(e -> assertThat(tells(e, office, office.request())).isTrue());
    }

    private boolean somebodyWaitsForTheHead() {
        return Boolean.TRUE.equals(template.queryForObject("""
                select exists (select 1 from pg_stat_activity
                               where wait_event_type = 'Lock' and query like '%ledger_head for update%')
                """, Boolean.class));
    }

    /** Somebody with a browser. */
    private final class Visitor {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }

        /** Where it leads. */
        String signIn(String login, String password) throws IOException, InterruptedException {
            Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"")
                    .matcher(get("/login").body());
            assertThat(token.find()).isTrue();
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                                    .header("Content-Type", FORM)
                                    .POST(BodyPublishers.ofString(
                                            "username=" + login + "&password=" + password + "&_csrf=" + token.group(1)))
                                    .build(),
                            BodyHandlers.ofString())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        }
    }

    private List<AccessEvent> of(long after, String account) {
        return trail(after).stream().filter(e -> account.equals(e.account())).toList();
    }

    @Test
    void whoComesInIsRecordedAndWhoGuessesFillsNothing() throws Exception {
        Service admin = new Service(port);
        String organ = "trail-sign-in";
        admin.organ(organ, "登录镇人民政府");
        long before = ledger.head();
        Service clerk = new Staff(admin).hire(organ, "trail.clerk", Role.CLERK);
        for (int i = 0; i < 5; i++) {
            assertThat(clerk.get("/api/v1/organs").status()).isEqualTo(200);
        }
        assertThat(of(before, "trail.clerk")).singleElement().satisfies(e -> {
            assertThat(e.organ().value()).isEqualTo(organ);
            assertThat(((AccessEvent.SignedIn) e).program()).isTrue();
        });
        before = ledger.head();
        Visitor visitor = new Visitor();
        assertThat(visitor.signIn("trail.clerk", Staff.PASSWORD)).endsWith("/");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(new Visitor().signIn("trail.clerk", Staff.PASSWORD)).endsWith("/");
        assertThat(of(before, "trail.clerk"))
                .hasSize(2)
                .allSatisfy(
                        e -> assertThat(((AccessEvent.SignedIn) e).program()).isFalse());

        before = ledger.head();
        for (int i = 0; i < SignInAttempts.PER_NAME_AND_PLACE + 20; i++) {
            assertThat(admin.as("trail.clerk", "guess-" + i)
                            .get("/api/v1/organs")
                            .status())
                    .isEqualTo(401);
            assertThat(admin.as("trail.nobody", "guess-" + i)
                            .get("/api/v1/organs")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(of(before, "trail.clerk")).singleElement().isInstanceOf(AccessEvent.SignInsRefused.class);
        assertThat(trail(before))
                .hasSize(2)
                .anySatisfy(e -> assertThat(e.account()).isNull());
        assertThat(ledger.after(before, 10))
                .allSatisfy(e -> assertThat(e.row().payload()).doesNotContain("127.0.0.1", "0:0:0", "trail.nobody"));
    }

    private JsonNode readings(String query) {
        Answer answer = new Service(port, "auditadmin", Service.PASSWORD).get("/api/v1/ledger/readings?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("readings");
    }

    /** The trail is found by account, case and day, for whoever audits, and looking at it leaves none. */
    @Test
    void trailIsFoundByCaseAndAccountAndDay() throws ExecutionException, InterruptedException {
        Office office = office("trail-found");
        String caseId = String.valueOf(office.request().get("caseId"));
        String api = "/api/v1/organs/" + office.organ();
        Answer first = office.service().get(api + "/cases/" + caseId);
        assertThat(first.text()).contains(MARK);
        String asOf = ledger.headAt(ledger.head()).orElseThrow().recordedAt().toString();
        office.service().get(api + "/registers/requests/export?format=csv");
        office.service().get(api + "/registers/remedies/export?format=csv");
        new Service(port).get("/organs/" + office.organ() + "/cases/" + caseId);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(readings("organ=" + office.organ() + "&subject=" + caseId))
                        .hasSize(4));

        JsonNode ofCase = readings("organ=" + office.organ() + "&subject=" + caseId);
        assertThat(ofCase.valueStream()
                        .map(r -> r.path("act").asString() + " "
                                + r.path("account").asString() + " "
                                + r.path("what").asString() + " "
                                + r.path("caseNumber").asString("—")))
                .satisfies(lines -> {
                    assertThat(lines.get(0)).startsWith("read admin caseFile 2024-");
                    assertThat(lines.get(1)).isEqualTo("export " + office.reader() + " register —");
                    assertThat(lines.get(2)).startsWith("read " + office.reader() + " caseFile 2024-");
                    assertThat(lines.get(3)).startsWith("read admin attachment 2024-");
                });
        String number = ofCase.at("/0/caseNumber").asString();
        assertThat(readings("organ=" + office.organ() + "&subject=" + number)).isEqualTo(ofCase);
        assertThat(readings("subject=" + caseId).size()).isEqualTo(3);
        JsonNode ofReader = readings("account=" + office.reader());
        assertThat(ofReader.valueStream().map(r -> r.path("act").asString())).contains("signIn", "read", "export");
        assertThat(ofReader.at("/" + (ofReader.size() - 1) + "/place").asString())
                .isEqualTo("127.0.0.1");
        assertThat(readings("account=" + office.reader() + "&to=2020-01-01").size())
                .isZero();
        assertThat(readings("account=" + office.reader() + "&from=2020-01-01")).isEqualTo(ofReader);
        long older = ofReader.at("/1/number").asLong();
        assertThat(readings("account=" + office.reader() + "&before=" + older).size())
                .isEqualTo(ofReader.size() - 2);

        long before = ledger.head();
        Service auditor = new Service(port, "auditadmin", Service.PASSWORD);
        Answer page = auditor.get("/ledger/readings?organ=" + office.organ() + "&subject=" + number);
        assertThat(page.text())
                .contains(number, office.reader(), "台账，申请台账，含申请人信息", "查阅", "导出")
                .doesNotContain(MARK, "/cases/" + caseId);
        assertThat(auditor.get("/ledger/readings?subject=" + number).text()).contains("请同时填写机关代码");
        assertThat(auditor.get("/ledger/readings?from=now").text()).contains("日期“now”无法识别");
        assertThat(auditor.get("/api/v1/ledger/readings?subject=" + number).status())
                .isEqualTo(400);
        assertThat(office.service().get("/ledger/readings").status()).isEqualTo(403);
        assertThat(trail(before)).isEmpty();
        assertThat(new Service(port)
                        .get("/organs/" + office.organ() + "/cases/" + caseId)
                        .text())
                .contains("谁看过这一件");

        // What was known before the readings is still the same.
        Answer then = office.service().get(api + "/cases/" + caseId + "?asOf=" + asOf);
        assertThat(then.text()).isEqualTo(first.text());
    }

    @Test
    void readingsAreOnTheChainAndTheLedgerStaysSound() {
        Office office = office("trail-chain");
        office.service()
                .get("/organs/" + office.organ() + "/cases/" + office.request().get("caseId"));
        Service admin = new Service(port);
        assertThat(admin.postJson("/api/v1/ledger/verifications", Map.of()).status())
                .isEqualTo(202);
        String job = admin.get("/api/v1/ledger/verifications")
                .json()
                .at("/0/verificationId")
                .asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !admin.get("/api/v1/ledger/verifications/" + job)
                        .json()
                        .path("status")
                        .asString()
                        .equals("RUNNING"));
        JsonNode ended = admin.get("/api/v1/ledger/verifications/" + job).json();
        assertThat(ended.path("report").path("checks").valueStream())
                .as(ended.toString())
                .filteredOn(c -> Set.of("chain", "payloads", "projections")
                        .contains(c.path("id").asString()))
                .hasSize(3)
                .allMatch(c -> c.path("ok").asBoolean());
    }
}
