package org.disclosureledger.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.disclosureledger.application.DisclosureLedgerApplication;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.application.tool.Tools;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The end of a person's data, over HTTP: proposed, exported, approved by somebody else; unreadable then, with every figure
 * as it was and both verifiers content; unreadable still when an older backup of the database is put back, and for good
 * when the master key has been changed.
 */
class DestructionIT {

    private static final String ORGAN = "destroyed";
    private static final String NAME = "欧阳焚毁";
    private static final String IDENTITY = "410308197001010017";
    private static final String MATTER = "请公开欧阳焚毁一户的安置情况";
    private static final String FILE = "欧阳焚毁的申请书原文";
    private static final String OTHER = "司马留存";
    private static final List<String> MARKERS = List.of(NAME, IDENTITY, MATTER, FILE);
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private Path directory;

    private Path data = Path.of("");
    private ConfigurableApplicationContext running = new GenericApplicationContext();
    private Service admin = new Service(0);
    private Service approver = new Service(0);

    @BeforeEach
    void begin() {
        PythonVerifier.require();
        data = directory.resolve("data");
        start();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private void start() {
        running = new SpringApplicationBuilder(DisclosureLedgerApplication.class)
                .run(
                        "--server.port=0",
                        "--ledger.data-dir=" + data,
                        "--ledger.admin-password=" + Service.PASSWORD,
                        "--ledger.sysadmin-password=" + Service.PASSWORD,
                        "--ledger.secadmin-password=" + Service.PASSWORD,
                        "--ledger.auditadmin-password=" + Service.PASSWORD,
                        "--spring.jmx.enabled=false");
        Integer port = running.getEnvironment().getProperty("local.server.port", Integer.class);
        assertThat(port).isNotNull();
        admin = new Service(port == null ? 0 : port);
        approver = admin.as("secadmin", Service.PASSWORD);
    }

    private JdbcTemplate database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(EmbeddedDatabase.attach(data).orElseThrow());
        source.setUser("postgres");
        return new JdbcTemplate(source);
    }

    private static Answer post(Service who, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return who.call("POST", path, FORM, body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer propose(String numbers) {
        return post(
                admin,
                "/organs/" + ORGAN + "/retention",
                Map.of("schedule", "文书档案保管期限表第12项", "years", "1", "numbers", numbers));
    }

    private String proposal() {
        return approver.get("/destructions").text().replaceAll("(?s).*?/destructions/(\\d+).*", "$1");
    }

    private Answer approve(String proposal) {
        return post(approver, "/destructions/" + proposal + "/approval", Map.of("understood", "true"));
    }

    private void imported(String register, String csv) {
        Answer answer = admin.importCsv(ORGAN, register, csv);
        assertThat(answer.json().path("stored").asBoolean()).as(answer.text()).isTrue();
    }

    private String caseNumbered(String number) {
        return admin.get("/api/v1/organs/" + ORGAN + "/registers/requests?number=" + number)
                .json()
                .at("/cases/0/case")
                .asString();
    }

    private String page(String number) {
        Answer answer = admin.get("/organs/" + ORGAN + "/cases/" + caseNumbered(number));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private String found(String applicant) {
        return post(admin, "/organs/" + ORGAN + "/registers/requests/applicants", Map.of("applicant", applicant))
                .text();
    }

    private String tables() {
        StringBuilder all = new StringBuilder();
        for (int year = 2021; year <= 2025; year++) {
            all.append(admin.tables(ORGAN, year).path("tables")).append('\n');
        }
        return all.toString();
    }

    private byte[] exported() {
        Answer answer = post(admin, "/organs/" + ORGAN + "/retention/1/package", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.bytes();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    private void attach(String number, String name, String content, int status) {
        Answer answer = admin.attach(
                ORGAN,
                caseNumbered(number),
                "application",
                Map.of(name, content.getBytes(StandardCharsets.UTF_8)),
                Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    private void office() {
        LocalDate yesterday = LocalDate.now(ClockConfiguration.CHINA).minusDays(1);
        admin.organ(ORGAN, "忘川镇人民政府");
        imported("requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,证件号码,申请内容,答复日期,处理结果
                R1,2021-03-01,当面,自然人,%s,%s,%s,2021-03-10,予以公开
                R2,2021-04-01,当面,自然人,甲某,,某事,2021-04-10,予以公开
                R3,2021-05-01,当面,自然人,乙某,,某事,,
                R4,%s,当面,自然人,%s,,某事,%s,予以公开
                """.formatted(NAME, IDENTITY, MATTER, yesterday, OTHER, yesterday));
        imported("remedies", """
                案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果,备注
                C1,行政复议,,R1,2021-04-08,2021-05-08,维持,%s不服
                C2,行政复议,,R2,2021-05-08,,,
                """.formatted(NAME));
        attach("R1", NAME + ".txt", FILE, 201);
        Answer letter = admin.postJson(
                "/api/v1/organs/" + ORGAN + "/requests/" + caseNumbered("R1") + "/letters/receipt",
                Map.of("on", "2021-03-02", "letterNumber", "回1", "values", Map.of()));
        assertThat(letter.status()).as(letter.text()).isEqualTo(201);
    }

    /** Every row of every table as text, but for what the ledger of PostgreSQL itself keeps. */
    private String everything() {
        JdbcTemplate database = database();
        StringBuilder all = new StringBuilder();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'", String.class)) {
            all.append(database.queryForObject(
                    "select coalesce(string_agg(t::text, E'\\n'), '') from " + table + " t", String.class));
        }
        return all.toString();
    }

    /** No key that is still there opens what was sealed for the case. */
    private void nothingOpens(String caseId) {
        JdbcTemplate database = database();
        String sealed = database.queryForObject(
                "select facts ->> 'applicant' from register_row where case_id = ?", String.class, caseId);
        assertThat(sealed).startsWith("s1.");
        List<String> all = database.queryForList("select case_id from case_key", String.class);
        assertThat(all).isNotEmpty().doesNotContain(caseId);
        Map<String, CaseKey> keys = running.getBean(CaseKeys.class).find(all);
        assertThat(keys).hasSameSizeAs(all);
        keys.values()
                .forEach(key -> assertThatThrownBy(() -> key.open("applicant", String.valueOf(sealed)))
                        .isInstanceOf(IllegalStateException.class));
    }

    private void bothVerifiersAgree() throws IOException {
        Answer answer = admin.get("/api/v1/ledger/audit-package");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Path file = Files.write(directory.resolve("audit.zip"), answer.bytes());
        assertThat(PackageVerifier.verify(file, List.of(), List.of()).faults()).isEmpty();
        PythonVerifier.Run run = PythonVerifier.verify(file, List.of());
        assertThat(run.exit()).as(run.output()).isZero();
    }

    private void replayAgrees() {
        String all = "/api/v1/ledger/verifications";
        assertThat(admin.postJson(all, Map.of()).status()).isEqualTo(202);
        String address =
                all + "/" + admin.get(all).json().get(0).path("verificationId").asString();
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        !admin.get(address).json().path("status").asString().equals("RUNNING"));
        for (JsonNode check : admin.get(address).json().at("/report/checks").values()) {
            if (check.path("id").asString().equals("projections")) {
                assertThat(check.path("ok").booleanValue()).as(check.toString()).isTrue();
                return;
            }
        }
        throw new AssertionError("the projections were not compared");
    }

    private void copyDatabase(Path from, Path to) throws IOException {
        running.close();
        assertThat(EmbeddedDatabase.attach(data)).isEmpty();
        FileSystemUtils.deleteRecursively(to);
        FileSystemUtils.copyRecursively(from, to);
        try (Stream<Path> all = Files.walk(to)) {
            for (Path p : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(p, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private void unreadable(String caseId) {
        assertThat(page("R1")).contains("（已销毁）").doesNotContain(NAME).doesNotContain(MATTER);
        assertThat(admin.get("/api/v1/organs/" + ORGAN + "/cases/" + caseId).text())
                .contains("已销毁")
                .doesNotContain(NAME);
        assertThat(found(NAME)).doesNotContain(">R1<");
        assertThat(admin.get("/api/v1/organs/" + ORGAN + "/requests/" + caseId + "/attachments/1/content")
                        .status())
                .isEqualTo(404);
        String all = everything();
        MARKERS.forEach(marker -> assertThat(all.contains(marker)).as(marker).isFalse());
        assertThat(database().queryForList("select case_id from applicant_key", String.class))
                .isNotEmpty()
                .doesNotContain(caseId);
        nothingOpens(caseId);
        attach("R1", "新.txt", "新的材料", 422);
    }

    @Test
    void shreddedStaysShreddedWhateverComesBack() throws Exception {
        office();
        assertThat(page("R1")).contains(NAME).contains(MATTER);
        assertThat(found(NAME)).contains(">R1<");
        String before = tables();

        // What is open, disputed or too young is refused before anybody can approve it.
        assertThat(propose("R2").text()).contains("行政复议或者行政诉讼还没有结案");
        assertThat(propose("R3").text()).contains("还没有办结");
        assertThat(propose("R4").text()).contains("保管期限未满");
        assertThat(propose("R99").text()).contains("没有编号为 R99 的", "NUMBER_UNKNOWN");
        assertThat(propose("R1").status()).isEqualTo(302);
        assertThat(propose("R1").text()).contains("第 1 批还没有办完");

        // Who proposed cannot approve; nobody can before the archives have everything.
        String proposal = proposal();
        assertThat(post(admin, "/destructions/" + proposal + "/approval", Map.of("understood", "true"))
                        .status())
                .isEqualTo(403);
        assertThat(approve(proposal).text()).contains("还没有导出档案包");
        exported();
        attach("R1", "补充.txt", FILE + "之二", 201);
        assertThat(approve(proposal).text()).contains("又有新的登记");
        byte[] zip = exported();
        assertThat(database()
                        .queryForList("select payload from ledger_event where type = 'DataExported'", String.class))
                .filteredOn(payload -> payload.contains("\"archivePackage\""))
                .hasSize(2)
                .allMatch(payload -> payload.contains("\"personal\":true"));
        Map<String, byte[]> files = unpacked(zip);
        assertThat(text(files, "cases/0001-R1/case.json"))
                .contains(NAME, IDENTITY, MATTER, NAME + ".txt")
                .doesNotContain("s1.");
        assertThat(text(files, "cases/0001-R1/attachments/01-" + NAME + ".txt")).isEqualTo(FILE);
        assertThat(files).containsKeys("requests.csv", "remedies.csv", "cases/0001-R1/letters/01-回1.docx");
        assertThat(text(files, "cases/0002-C1/case.json")).contains(NAME + "不服");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
        assertThat(approver.get("/destructions/" + proposal).text()).contains(digest);
        String caseId = caseNumbered("R1");

        // A backup of the day before.
        Path backup = directory.resolve("backup");
        copyDatabase(data.resolve("postgresql"), backup);
        start();

        Answer approved = approve(proposal);
        assertThat(approved.status()).as(approved.text()).isEqualTo(302);
        unreadable(caseId);
        assertThat(page("R1")).contains("销毁（第 1 批");
        assertThat(page("R4")).contains(OTHER);
        assertThat(tables()).isEqualTo(before);
        bothVerifiersAgree();
        replayAgrees();
        assertThat(propose("R1").text()).contains("已经销毁");
        assertThat(Files.readString(data.resolve("keys/destroyed.log")))
                .contains(caseId)
                .doesNotContain(NAME);
        assertThat(admin.importCsv(ORGAN, "requests", """
                        登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,送达日期
                        R1,2021-03-01,当面,自然人,某某,某事,2021-03-12
                        """).text()).contains("PERSONAL_DATA_DESTROYED");

        // The backup is put back: keys and digests with it, but no event of the destruction.
        // Heads of the later history would say that it is not the present ledger; whether it is sound is asked here.
        copyDatabase(backup, data.resolve("postgresql"));
        FileSystemUtils.deleteRecursively(data.resolve("heads"));
        start();
        unreadable(caseId);
        assertThat(page("R4")).contains(OTHER);
        assertThat(found(OTHER)).contains(">R4<");
        assertThat(tables()).isEqualTo(before);
        bothVerifiersAgree();
        replayAgrees();
        assertThat(approver.get("/destructions").text()).contains("可能恢复了较旧的备份");

        // Another master key: the same names, digests and identifiers, and no old backup opens any more.
        running.close();
        assertThat(Tools.run(new String[] {"rotate-master-key", "--ledger.data-dir=" + data}))
                .isZero();
        Files.delete(data.resolve("keys/master.key"));
        start();
        assertThat(page("R4")).contains(OTHER);
        assertThat(found(OTHER)).contains(">R4<");
        unreadable(caseId);
        Files.delete(data.resolve("keys/destroyed.log"));
        copyDatabase(backup, data.resolve("postgresql"));
        assertThatThrownBy(this::start).rootCause().hasMessageContaining("主密钥与数据库不符");
    }
}
