package org.disclosureledger.application.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The files of a request through HTTP: added, listed, given out as they came, withdrawn; nobody can read them where they lie. */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
class AttachmentIT {

    private static final byte[] PAPER = SampleFiles.text("%PDF-1.7 申请书");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Flyway asOwner;

    private Service service;
    private String organ;
    private String caseId;

    @BeforeEach
    void request() {
        service = new Service(port);
        organ = "attachments-" + System.nanoTime();
        service.organ(organ, "清河镇人民政府");
        caseId = received("2025-001");
    }

    private String received(String number) {
        Answer received = service.postJson(
                "/api/v1/organs/" + organ + "/requests",
                Map.of(
                        "registrationNumber", number,
                        "receivedOn", "2025-03-03",
                        "channel", "inPerson",
                        "applicantKind", "naturalPerson",
                        "applicant", "独孤某某",
                        "identityProof", "copyAttached",
                        "content", "某某村道路硬化工程的施工合同"));
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        return received.json().path("case").asString();
    }

    private String path(String rest) {
        return "/api/v1/organs/" + organ + "/requests/" + caseId + "/attachments" + rest;
    }

    private Answer attach(String kind, Map<String, byte[]> files) {
        return service.attach(organ, caseId, kind, files, Map.of());
    }

    private JsonNode added(String kind, String name, byte[] content) {
        Answer answer = attach(kind, Map.of(name, content));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private List<String> names(String query) {
        Answer listed = service.get(path(query));
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        return listed.json()
                .path("attachments")
                .valueStream()
                .map(a -> a.path("number") + " " + a.path("kind").asString() + " "
                        + a.path("fileName").asString())
                .toList();
    }

    private static List<String> rules(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").asString() + " " + e.path("rule").asString())
                .toList();
    }

    private static String attribute(Answer answer, String header) {
        return answer.headers().firstValue(header).orElse("");
    }

    @Test
    void fileIsGivenOutByteForByteUnderItsNameAndNeverShown() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("独孤 申请书.pdf", PAPER);
        files.put("清单.xlsx", SampleFiles.xlsx());
        Answer answer = attach("application", files);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        added("correction", "C:\\桌面\\补正.exe", SampleFiles.text("补正如下"));

        assertThat(answer.json().path("events").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/ledger/hash").asString()).isNotBlank();
        assertThat(names(""))
                .containsExactly("1 application 独孤 申请书.pdf", "2 application 清单.xlsx", "3 correction 补正.exe");
        JsonNode first = service.get(path("")).json().at("/attachments/0");
        assertThat(first.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(first.path("size").asInt()).isEqualTo(PAPER.length);
        Answer given = service.get(path("/1/content"));
        assertThat(given.bytes()).isEqualTo(PAPER);
        assertThat(given.contentType()).isEqualTo("application/pdf");
        assertThat(attribute(given, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"download.pdf\"; filename*=UTF-8''"
                        + "%E7%8B%AC%E5%AD%A4%20%E7%94%B3%E8%AF%B7%E4%B9%A6.pdf");
        assertThat(attribute(given, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(service.get(path("/2/content")).bytes()).isEqualTo(files.get("清单.xlsx"));
        assertThat(attribute(service.get(path("/3/content")), "Content-Disposition"))
                .endsWith(".exe.txt");
    }

    @Test
    void historyTellsOfEachFileAndCountsNothing() {
        JsonNode before = service.tables(organ, 2025);

        added("application", "申请书.pdf", PAPER);

        JsonNode event = service.get("/api/v1/organs/" + organ + "/cases/" + caseId)
                .json()
                .path("events")
                .valueStream()
                .filter(e -> e.path("type").asString().equals("AttachmentAdded"))
                .findFirst()
                .orElseThrow();
        assertThat(event.toString()).contains("\"by\":\"admin\"").doesNotContain("申请书.pdf");
        assertThat(service.tables(organ, 2025).path("requests")).isEqualTo(before.path("requests"));
    }

    @Test
    void whatIsNoFileOfACaseIsRefusedAndNothingIsKept() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("好.pdf", PAPER);
        files.put("页.pdf", SampleFiles.text("<html><script>alert(1)</script>"));
        files.put("空.pdf", new byte[0]);
        files.put("程序.pdf", SampleFiles.starting('M', 'Z', 0x90, 0));
        files.put("大.pdf", new byte[CaseAttachments.LARGEST + 1]);
        files.put("声音.pdf", SampleFiles.starting('I', 'D', '3'));

        Answer refused = attach("application", files);

        assertThat(rules(refused))
                .containsExactly(
                        "files WEB_PAGE", "files EMPTY", "files PROGRAM", "files TOO_LARGE", "files UNKNOWN_CONTENT");
        assertThat(refused.json().at("/errors/3/reason").asString()).isEqualTo("第 5 个文件超过 20 MB，请压缩或者拆分后添加");
        assertThat(names("")).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from attachment where case_id = ?", Integer.class, caseId))
                .isZero();
        assertThat(rules(attach("", Map.of()))).containsExactly("kind REQUIRED", "files NOTHING_CHOSEN");
        assertThat(rules(attach("letter", Map.of("a.pdf", PAPER)))).containsExactly("kind UNKNOWN_CODE");
    }

    @Test
    void twentyFilesOfTwentyMegabytesAreWithinTheBoundsAndOneMoreIsNot() {
        byte[] largest = new byte[CaseAttachments.LARGEST];
        System.arraycopy(PAPER, 0, largest, 0, PAPER.length);
        added("providedInformation", "最大的.pdf", largest);
        assertThat(service.get(path("/1/content")).bytes()).isEqualTo(largest);
        Map<String, byte[]> files = new LinkedHashMap<>();
        IntStream.rangeClosed(1, CaseAttachments.MOST).forEach(i -> files.put(i + ".txt", SampleFiles.text("第 " + i)));
        assertThat(attach("other", files).json().path("events").asInt()).isEqualTo(CaseAttachments.MOST);

        files.put("21.txt", SampleFiles.text("又一份"));

        assertThat(rules(attach("other", files))).containsExactly("files TOO_MANY");
    }

    @Test
    void sameFileIsKeptOnceAndSaid() {
        added("application", "申请书.pdf", PAPER);

        Answer again = attach("other", Map.of("另一个名字.pdf", PAPER));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("events").asInt()).isZero();
        assertThat(again.json().at("/warnings/0/rule").asString()).isEqualTo("ATTACHMENT_ALREADY_THERE");
        assertThat(again.json().at("/warnings/0/reason").asString())
                .contains("附件 1")
                .doesNotContain("另一个名字");
        assertThat(names("")).hasSize(1);
    }

    @Test
    void repeatedStepWithTheSameKeyHasOneEffectAndTheSameAnswer() {
        Map<String, String> key = Map.of("Idempotency-Key", "files-once");
        Answer first = service.attach(organ, caseId, "application", Map.of("申请书.pdf", PAPER), key);
        service.postJson(path("/1/withdrawal"), Map.of("reason", "放错了"), Map.of("Idempotency-Key", "away"));

        Answer again = service.attach(organ, caseId, "application", Map.of("申请书.pdf", PAPER), key);
        Answer other = service.attach(organ, caseId, "application", Map.of("申请书.pdf", SampleFiles.text("别的")), key);
        Answer away =
                service.postJson(path("/1/withdrawal"), Map.of("reason", "放错了"), Map.of("Idempotency-Key", "away"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(away.status()).as(away.text()).isEqualTo(200);
        assertThat(names("")).isEmpty();
    }

    @Test
    void withdrawnFileIsNeitherListedNorGivenOutButWasThereThen() {
        added("application", "申请书.pdf", PAPER);
        added("identity", "身份证.png", SampleFiles.starting(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'));
        String then = Instant.now().toString();
        assertThat(rules(service.postJson(path("/2/withdrawal"), Map.of("reason", " "))))
                .containsExactly("reason REQUIRED");

        Answer withdrawn = service.postJson(path("/2/withdrawal"), Map.of("reason", "是独孤某某的，属于另一件"));

        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(names("")).containsExactly("1 application 申请书.pdf");
        assertThat(names("?asOf=" + then)).containsExactly("1 application 申请书.pdf", "2 identity 身份证.png");
        assertThat(service.get(path("/2/content")).status()).isEqualTo(404);
        assertThat(service.get(path("/1/content")).bytes()).isEqualTo(PAPER);
        assertThat(rules(service.postJson(path("/2/withdrawal"), Map.of("reason", "再一次"))))
                .containsExactly("attachment NO_SUCH_ATTACHMENT");
        assertThat(jdbc.queryForObject("select count(*) from attachment where case_id = ?", Integer.class, caseId))
                .isEqualTo(2);
    }

    @Test
    void casesOfOtherOrgansAndOtherCasesAreNotReached() {
        added("application", "申请书.pdf", PAPER);
        String own = caseId;
        caseId = received("2025-002");
        assertThat(service.get(path("/1/content")).status()).isEqualTo(404);
        caseId = own;
        organ = "attachments-other-" + System.nanoTime();
        service.organ(organ, "松岭镇人民政府");

        assertThat(attach("application", Map.of("a.pdf", PAPER)).status()).isEqualTo(404);
        assertThat(service.get(path("")).status()).isEqualTo(404);
        assertThat(service.get(path("/1/content")).status()).isEqualTo(404);
        assertThat(service.postJson(path("/1/withdrawal"), Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(service.anonymous(path("/1/content")).status()).isEqualTo(401);
    }

    @Test
    void fileThatWasAlteredIsNotGivenAwayAndTheServiceCannotAlterIt() {
        added("application", "申请书.pdf", PAPER);
        added("other", "另.txt", SampleFiles.text("另一份"));

        assertThatThrownBy(() -> jdbc.update("update attachment set sealed = '\\x00' where case_id = ?", caseId))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.update("delete from attachment where case_id = ?", caseId))
                .hasStackTraceContaining("permission denied");
        JdbcTemplate owner = new JdbcTemplate(asOwner.getConfiguration().getDataSource());
        String digest = service.get(path("")).json().at("/attachments/1/sha256").asString();
        owner.update(
                "update attachment set sealed = (select sealed from attachment where case_id = ? and digest = ?)"
                        + " where case_id = ? and digest <> ?",
                caseId,
                digest,
                caseId,
                digest);

        Answer refused = service.get(path("/1/content"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("可能被改动过");
        owner.update("update attachment set sealed = sealed || '\\x00' where case_id = ?", caseId);
        assertThat(service.get(path("/2/content")).status()).isEqualTo(409);
    }

    /** Name, content and reason lie nowhere in clear, however a column writes its bytes, and nothing of them is logged. */
    @Test
    void neitherNameNorContentLiesInClear(CapturedOutput output) {
        String name = "MARKNAME-皇甫某某";
        String content = "MARKTEXT-身份证号码";
        added("identity", name + ".txt", SampleFiles.text(content));
        attach("identity", Map.of(name + ".txt", SampleFiles.text("<html>" + content)));
        service.postJson(path("/1/withdrawal"), Map.of("reason", "MARKWHY-放错了"));

        JdbcTemplate owner = new JdbcTemplate(asOwner.getConfiguration().getDataSource());
        List<String> tables = owner.queryForList(
                "select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')",
                String.class);
        assertThat(tables).contains("public.attachment", "public.ledger_event", "public.command_log");
        for (String mark : List.of("MARKNAME", "MARKTEXT", "MARKWHY")) {
            String hex = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
            for (String table : tables) {
                assertThat(Objects.requireNonNull(owner.queryForObject(
                                "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                                Long.class,
                                "%" + mark + "%",
                                "%" + hex + "%")))
                        .as("%s in %s", mark, table)
                        .isZero();
            }
            assertThat(output.toString()).doesNotContain(mark);
        }
    }
}
