package org.disclosureledger.application.markers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.faults.FaultSize;
import org.disclosureledger.application.faults.JarService;
import org.disclosureledger.application.markers.Marker.Fate;
import org.disclosureledger.application.markers.MarkerScan.Found;
import org.disclosureledger.application.projection.ForeignEvents;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.application.security.Visitor;
import org.disclosureledger.domain.organ.OrganCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Personal data is where docs/personal-data.md says, and nowhere else: people whose every word is unique go through the
 * whole product, and then all that it keeps, writes and tells is searched for these words in every spelling. What is
 * planted in each kind of place has to be found, or the search is worth nothing.
 */
class MarkerScanIT {

    private static final int PEOPLE = Integer.getInteger("ledger.markers", FaultSize.pick(12, 500));
    private static final int AT_ONCE = 4;
    private static final Path DOCUMENT = Path.of("../docs/personal-data.md");
    private static final Path ADDRESSES = Path.of("../docs/access.md");
    private static final String FOREIGN = "外来的事件";
    private static final String ADDRESS = "网址里的";
    private static final String UNDERWAY = "上传途中";
    private static final Pattern RULE = Pattern.compile("\\| ([^|`]+) \\| `([^`]+)` \\|.*");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** What may be where. */
    private record Declared(String content, String place) {

        boolean allows(Found found) {
            return content.equals(content(found))
                    && FileSystems.getDefault()
                            .getPathMatcher("glob:" + place.replace("*", "**"))
                            .matches(Path.of(found.place().replace("!", "/")));
        }

        static String content(Found found) {
            if (found.field().startsWith(ADDRESS)) {
                return ADDRESS;
            }
            if (found.field().equals(FOREIGN) || found.field().equals(UNDERWAY)) {
                return found.field();
            }
            return switch (found.fate()) {
                case SEALED -> "加密的栏";
                case OPEN -> "不加密的栏";
                case NOT_KEPT -> "不登记的";
                case PLANTED -> "埋下的";
            };
        }
    }

    private static String section(String from, String to) throws IOException {
        String text = Files.readString(DOCUMENT);
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    private static List<Declared> declared() throws IOException {
        List<Declared> declared = new ArrayList<>();
        Matcher row = RULE.matcher(section("<!-- 以下由 MarkerScanIT 核对 -->", "<!-- 以上由 MarkerScanIT 核对 -->"));
        while (row.find()) {
            declared.add(new Declared(row.group(1).strip(), row.group(2)));
        }
        return declared;
    }

    private Path data = Path.of("");
    private Path temporary = Path.of("");
    private Marks marks = new Marks(0);

    private String planted(String where) {
        return marks.name("planted " + where, Fate.PLANTED);
    }

    private JarService service(String inHeap, String inMetrics) throws IOException {
        return new JarService(
                data,
                List.of("-Djava.io.tmpdir=" + temporary, "-Dmarkers.planted=" + inHeap),
                Map.of(
                        "LEDGER_SYSADMIN_PASSWORD",
                        Service.PASSWORD,
                        "LEDGER_SECADMIN_PASSWORD",
                        Service.PASSWORD,
                        "LEDGER_AUDITADMIN_PASSWORD",
                        Service.PASSWORD,
                        "MANAGEMENT_METRICS_TAGS_PLANTED",
                        inMetrics,
                        // What a connection has said last is forgotten with the connection.
                        "SERVER_TOMCAT_KEEP_ALIVE_TIMEOUT",
                        "1s",
                        "LOGGING_LEVEL_IO_ZONKY_TEST_DB_POSTGRES_EMBEDDED",
                        "info"));
    }

    @Test
    void personalDataIsWhereTheDocumentSaysAndNowhereElse() throws Exception {
        long seed = FaultSize.seed("marker scan");
        marks = new Marks(seed);
        data = directory.resolve("data").toAbsolutePath();
        temporary = Files.createDirectory(directory.resolve("temporary")).toAbsolutePath();
        String inHeap = planted("heap");
        String inMetrics = marks.identity("planted metrics", Fate.PLANTED);
        List<String> foreign =
                Stream.generate(() -> marks.name(FOREIGN, Fate.OPEN)).limit(8).toList();
        Map<String, byte[]> answers = new LinkedHashMap<>();
        try (JarService jar = service(inHeap, inMetrics)) {
            Service admin = jar.service();
            MarkedOffice office = new MarkedOffice(admin, marks);
            office.open();
            all(office);
            office.files(PEOPLE);
            office.end(PEOPLE);
            office.unexpected().stream().distinct().limit(40).forEach(System.out::println);
            ForeignEvents.append(Everywhere.database(jar), new OrganCode(MarkedOffice.ORGAN), foreign);
            look(jar, answers);
            browse(jar);
            verifyAndRebuild(admin);
            plant(jar);
            Everywhere.askForNobody(jar, MarkedOffice.ORGAN);
            Path heap = Everywhere.heap(jar, directory);
            MarkerScan scan = new MarkerScan(marks.all());
            answers.forEach(scan::look);
            Everywhere.tables(jar, scan);
            files(scan);
            scan.look("log:service", directory.resolve("data.log"));
            scan.look("heap:after sign-out", heap);
            Files.delete(heap);
            judge(scan);
            assertThat(office.unexpected()).isEmpty();
            halfSentFileIsGoneAfterTheNextStart(jar);
        }
    }

    private void all(MarkedOffice office) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> serving = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int person = i;
                serving.add(threads.submit(() -> office.serve(person)));
            }
            for (Future<?> one : serving) {
                one.get();
            }
        }
    }

    private static String firstCase(Service who, String register) {
        return who.get("/api/v1/organs/" + MarkedOffice.ORGAN + "/registers/" + register)
                .json()
                .at("/cases/0/case")
                .asString();
    }

    /** What is told to those who may not see who applied, at every address; files of both kinds; what was put aside. */
    private static void look(JarService jar, Map<String, byte[]> answers) throws IOException {
        Service admin = jar.service();
        String organ = "/api/v1/organs/" + MarkedOffice.ORGAN;
        await().atMost(Duration.ofMinutes(1))
                .until(() -> admin.get("/api/v1/ledger/parked-events").text().contains("RequestDecided"));
        String request = firstCase(admin, "requests");
        String remedy = firstCase(admin, "remedies");
        Matcher get = Pattern.compile("\\| `GET ([^`]+)` \\|").matcher(Files.readString(ADDRESSES));
        while (get.find()) {
            for (String caseId : List.of(request, remedy)) {
                String path = filled(get.group(1), caseId, caseId.equals(request) ? "requests" : "remedies");
                for (String who : List.of("marked.figures", "marked.auditor")) {
                    put(
                            answers,
                            "export:to " + who + ":" + path,
                            admin.as(who, Staff.PASSWORD).get(path));
                }
            }
        }
        for (String path : List.of(
                organ + "/registers/requests",
                organ + "/registers/remedies",
                organ + "/registers/requests/list-export?format=csv",
                organ + "/registers/requests/list-export?format=xlsx",
                organ + "/requests",
                organ + "/publications/export",
                organ + "/calendar/export.csv",
                organ + "/annual-reports/2025/report.csv",
                organ + "/annual-reports/2025/report.docx",
                organ + "/annual-reports/2025/report.xlsx",
                organ + "/annual-reports/2025/tables",
                organ + "/annual-reports/2025/charts",
                organ + "/annual-reports/2025/tables/cells/requests/newReceived/total",
                "/api/v1/ledger/audit-package",
                "/api/v1/ledger/readings")) {
            put(answers, "export:" + path, ok(admin.get(path)));
        }
        for (String path : List.of(
                organ + "/registers/requests/export?format=csv",
                organ + "/registers/requests/export?format=xlsx",
                organ + "/registers/remedies/export?format=csv")) {
            put(answers, "personal:" + path, ok(admin.get(path)));
        }
        for (String path :
                List.of("/api/v1/ledger/parked-events", "/ledger/parked", "/actuator/health", "/actuator/info")) {
            put(answers, "told:" + path, ok(admin.get(path)));
        }
        for (var name : ok(admin.get("/actuator/metrics")).json().path("names")) {
            put(answers, "metrics:" + name.asString(), ok(admin.get("/actuator/metrics/" + name.asString())));
        }
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static void put(Map<String, byte[]> answers, String place, Answer answer) {
        assertThat(answer.status()).as(place).isLessThan(500);
        answers.put(place.replace("//", "/"), answer.bytes());
    }

    private static String filled(String path, String caseId, String register) {
        return Pattern.compile("\\{([^}]+)}").matcher(path).replaceAll(variable -> switch (variable.group(1)) {
            case "organ", "code" -> MarkedOffice.ORGAN;
            case "caseId" -> caseId;
            case "register" -> register;
            case "year" -> "2025";
            case "format" -> "docx";
            case "table" -> "requests";
            case "row" -> "newReceived";
            case "column" -> "total";
            case "section" -> "overview";
            case "kind" -> "receipt";
            case "chart" -> "resultGroups";
            case "step" -> "decide";
            case "login" -> "marked.handler";
            case "number", "version", "batch" -> "1";
            default -> "00000000-0000-8000-8000-000000000000";
        });
    }

    /** With a browser: everything that shows names, a form that comes back, and out again. */
    private void browse(JarService jar) {
        String organ = "/organs/" + MarkedOffice.ORGAN;
        try (Visitor visitor = new Visitor(jar.port())) {
            assertThat(visitor.signIn("marked.handler", Staff.PASSWORD)).endsWith("/");
            for (var listed : jar.service()
                    .get("/api/v1" + organ + "/registers/requests")
                    .json()
                    .path("cases")) {
                visitor.get(organ + "/cases/" + listed.path("case").asString());
            }
            String form = Map.of(
                            "applicant", marks.name("浏览器里没有登记的申请人", Fate.NOT_KEPT),
                            "content", marks.words("浏览器里没有登记的内容", Fate.NOT_KEPT),
                            "identityNumber", marks.identity("浏览器里没有登记的证件号码", Fate.NOT_KEPT))
                    .entrySet()
                    .stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            assertThat(visitor.send(organ + "/requests/new", organ + "/requests/new", form)
                            .body())
                    .contains("请填写收到日期");
            visitor.send(
                    organ + "/registers/requests/applicants",
                    organ + "/registers/requests/applicants",
                    "applicant=" + URLEncoder.encode(marks.name("浏览器里查找的姓名", Fate.NOT_KEPT), UTF_8));
            assertThat(visitor.signOut()).endsWith("/login?logout");
        }
        try (Visitor stranger = new Visitor(jar.port())) {
            stranger.get(organ + "/registers/requests?text="
                    + URLEncoder.encode(marks.name("没有登录的网址里的姓名", Fate.NOT_KEPT), UTF_8));
            stranger.send(
                    "/login",
                    "/login",
                    "username=" + marks.password("登录页用户名栏里的密码") + "&password=" + marks.password("登录页试过的密码"));
        }
    }

    private static void verifyAndRebuild(Service admin) {
        for (String kind : List.of("verifications", "rebuilds")) {
            Answer begun = admin.postJson(
                    "/api/v1/ledger/" + kind, kind.equals("rebuilds") ? Map.of("organ", MarkedOffice.ORGAN) : Map.of());
            assertThat(begun.status()).as(begun.text()).isBetween(200, 202);
            await().atMost(Duration.ofMinutes(5)).until(() -> {
                var last = admin.get("/api/v1/ledger/" + kind).json().get(0);
                return !List.of("RUNNING", "running", "waiting")
                        .contains(
                                last.path("status").asString(last.path("state").asString()));
            });
        }
    }

    /** One in each kind of place, each written differently. */
    private void plant(JarService jar) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("part.xml"));
            zip.write(planted("packed").getBytes(UTF_8));
        }
        try (Connection connection = Everywhere.database(jar).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table planted (written text, packed bytea)");
            statement.execute("insert into planted values ('"
                    + HexFormat.of().formatHex(planted("table").getBytes(UTF_8)) + "', '\\x"
                    + HexFormat.of().formatHex(packed.toByteArray()) + "')");
            statement.execute("insert into parked_event select projector || '-planted', number, organ, aggregate_type,"
                    + " aggregate_id, type, '" + planted("parked") + "', parked_at, attempts"
                    + " from parked_event limit 1");
            connection.setAutoCommit(false);
            statement.execute("select pg_logical_emit_message(true, 'planted', '"
                    + Base64.getEncoder().encodeToString(("是" + planted("WAL") + "，").getBytes(UTF_8)) + "')");
            connection.rollback();
            connection.setAutoCommit(true);
            statement.execute("checkpoint");
        }
        Files.write(
                data.resolve("uploads/planted"),
                ("<name>" + planted("file") + "</name>").getBytes(StandardCharsets.UTF_16LE));
        Files.write(temporary.resolve("planted"), planted("temporary").getBytes(Charset.forName("GB18030")));
        String logged = planted("log");
        String pinyin = marks.all().stream()
                .filter(m -> m.text().equals(logged))
                .findFirst()
                .orElseThrow()
                .spellings()
                .get(0);
        Files.writeString(directory.resolve("data.log"), "signed in: " + pinyin + "\n", StandardOpenOption.APPEND);
    }

    private void files(MarkerScan scan) throws IOException {
        Everywhere.look(scan, "files:", data);
        Everywhere.look(scan, "temporary:", temporary);
    }

    private void judge(MarkerScan scan) throws IOException {
        List<Declared> declared = declared();
        Set<String> wrong = new TreeSet<>();
        Set<Declared> used = new java.util.HashSet<>();
        Set<String> plants = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        scan.found().forEach((found, times) -> {
            if (found.fate() == Fate.PLANTED) {
                plants.add(found.field() + " at " + found.place().replaceAll(":.*", ""));
                return;
            }
            List<Declared> allowing =
                    declared.stream().filter(d -> d.allows(found)).toList();
            used.addAll(allowing);
            if (allowing.isEmpty()) {
                wrong.add(found + " × " + times + ", first “" + scan.example(found) + "”");
            }
            if (found.fate() == Fate.OPEN && found.place().startsWith("database:")) {
                open.add(found.field());
            }
        });
        System.out.printf(
                "marker scan: %d people, %d markers, %d patterns, %d MB looked at, %d kinds of findings, %d not declared%n",
                PEOPLE,
                marks.all().size(),
                scan.patterns(),
                scan.bytes() >> 20,
                scan.found().size(),
                wrong.size());
        wrong.forEach(w -> System.out.println("marker scan: NOT DECLARED " + w));
        assertThat(plants)
                .contains(
                        "planted table at database",
                        "planted packed at database",
                        "planted table at files",
                        "planted WAL at files",
                        "planted file at files",
                        "planted temporary at temporary",
                        "planted log at log",
                        "planted heap at heap",
                        "planted metrics at metrics");
        assertThat(wrong).isEmpty();
        // What lives in memory and in samples of the database is a matter of chance.
        assertThat(declared)
                .filteredOn(d -> !d.content().equals(UNDERWAY)
                        && !d.place().startsWith("heap:")
                        && !d.place().contains("pg_statistic"))
                .allMatch(used::contains);
        String fields = section("## 不加密的栏", "## 明文可能在的地方");
        assertThat(open).hasSizeGreaterThan(8).allSatisfy(field -> {
            if (!field.equals(FOREIGN)) {
                assertThat(fields).contains("| " + field + " |");
            }
        });
    }

    /** A file on its way lies in the directory for uploads; a power cut leaves it there until the next start, no longer. */
    private void halfSentFileIsGoneAfterTheNextStart(JarService jar) throws Exception {
        String name = marks.name(UNDERWAY, Fate.NOT_KEPT);
        byte[] start = ("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n" + "甲,2025-03-03,网络,自然人," + name + ",某\n").getBytes(UTF_8);
        Path uploads = data.resolve("uploads");
        Files.deleteIfExists(uploads.resolve("planted"));
        try (Socket socket = new Socket("localhost", jar.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/organs/" + MarkedOffice.ORGAN + "/imports/requests HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Basic "
                            + Base64.getEncoder().encodeToString(("admin:" + Service.PASSWORD).getBytes(UTF_8))
                            + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(start);
            out.write(new byte[200_000]);
            out.flush();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> inUploads(uploads).size() == 1);
            jar.kill();
        }
        Set<Found> left = inUploads(uploads);
        assertThat(left).hasSize(1);
        List<Declared> declared = declared();
        assertThat(left).allMatch(f -> declared.stream().anyMatch(d -> d.allows(f)));
        jar.restart();
        assertThat(inUploads(uploads)).isEmpty();
        try (Stream<Path> files = Files.list(uploads)) {
            assertThat(files).isEmpty();
        }
    }

    private Set<Found> inUploads(Path uploads) throws IOException {
        MarkerScan scan = new MarkerScan(marks.all());
        Everywhere.look(scan, "files:uploads/", uploads);
        return scan.found().keySet();
    }
}
