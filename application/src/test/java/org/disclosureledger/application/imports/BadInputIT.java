package org.disclosureledger.application.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Bad input gets a clear message that names file, row, column and rule; nothing is stored; the service goes on. */
@RunningService
class BadInputIT {

    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";
    private static final String GOOD = "R1,2024-03-05,当面,自然人,张某,某事,2024-03-20,予以公开\n";
    private static final String PATH = "/api/v1/organs/bad-input/imports/requests";

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    private Service service;
    private long before;

    @BeforeEach
    void organ() {
        service = new Service(port);
        service.postJson("/api/v1/organs", Map.of("code", "bad-input", "name", "清河镇人民政府"));
        before = events();
    }

    @AfterEach
    void nothingStoredAndServiceGoesOn() {
        assertThat(events()).isEqualTo(before);
        assertThat(service.anonymous("/actuator/health").status()).isEqualTo(200);
    }

    private long events() {
        return ledger.head();
    }

    private void assertRefused(Answer answer, String... words) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("stored").asBoolean(true)).isFalse();
        assertThat(answer.json().path("detail").asString()).contains(".csv");
        assertThat(answer.json().path("errors").toString()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R2,2024-03-05,当面,自然人,张某,某事,2024-03-20,不予答复 | 处理结果 | UNKNOWN_CODE",
                "R2,2024-03-05,当面,自然人,张某,某事,2024-03-04,予以公开 | 答复日期 | DECIDED_BEFORE_RECEIPT",
                "R2,2024-02-30,当面,自然人,张某,某事,, | 收到日期 | IMPOSSIBLE_DATE",
                "R1,2024-03-05,当面,商业企业,张某,某事,2024-03-20,予以公开 | 申请人类型 | CONTRADICTS_RECORD",
                "R1,2024-03-05,当面,自然人,李某,某事,2024-03-20,予以公开 | 申请人 | CONTRADICTS_RECORD",
                ",2024-03-05,当面,自然人,张某,某事,, | 登记编号 | REQUIRED",
                "R2,2024-03-05,飞鸽,自然人,张某,某事,, | 申请渠道 | UNKNOWN_CODE",
                "R2,2024-03-05,当面,自然人,,某事,, | 申请人 | REQUIRED",
                "R2,2024-03-05,当面,自然人,张某,某事,2024-03-20, | 处理结果 | DATE_WITHOUT_RESULT",
                "R2,2024-03-05,当面,自然人,张某,某事,,予以公开 | 答复日期 | RESULT_WITHOUT_DATE"
            })
    void faultyRowIsNamedWithItsColumnAndRule(String row, String column, String rule) {
        JsonNode answer = service.importCsv("bad-input", "requests", HEADER + GOOD + row + "\n")
                .json();

        assertThat(answer.path("errors").size()).isEqualTo(1);
        assertThat(answer.at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(answer.at("/errors/0/column").asString()).isEqualTo(column);
        assertThat(answer.at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.at("/errors/0/reason").asString())
                .isNotBlank()
                .doesNotContain("张某")
                .doesNotContain("李某");
    }

    @Test
    void everyFaultyRowIsNamedAndNoneIsStored() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 3_000; i++) {
            csv.append("R")
                    .append(i)
                    .append(i % 2 == 0 ? ",2024-13-01" : ",2024-03-05")
                    .append(",当面,自然人,张某,某事,,\n");
        }
        Answer answer = service.importCsv("bad-input", "requests", csv.toString());

        assertRefused(answer, "IMPOSSIBLE_DATE");
        assertThat(answer.json().path("errors").size()).isEqualTo(1_500);
        assertThat(answer.json().path("errorCount").asInt()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remedies | 案件编号,程序,经过复议,受理日期 | C1,行政复议,,2024-05-06",
                "documents | 类别,文号,标题,制发日期,废止日期 | 规章,文1,标题,2024-05-06,",
                "tallies | 年度,事项,数量 | 2024,行政许可,1",
                "requests | 登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容 | R2,2024-03-05,当面,自然人,张某,某事"
            })
    void everyEmptiedMandatoryCellIsNamed(String register, String header, String row) {
        List<String> columns = List.of(header.split(",", -1));
        List<String> cells = List.of(row.split(",", -1));
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                List<String> emptied = new ArrayList<>(cells);
                emptied.set(i, "");
                Answer answer =
                        service.importCsv("bad-input", register, header + "\n" + String.join(",", emptied) + "\n");

                assertThat(answer.status()).as(columns.get(i) + answer.text()).isEqualTo(422);
                assertThat(answer.json().at("/errors/0/column").asString()).isEqualTo(columns.get(i));
                assertThat(answer.json().at("/errors/0/row").asInt()).isEqualTo(2);
                assertThat(answer.json().path("cases").asInt()).isZero();
            }
        }
    }

    @Test
    void fileThatContradictsItselfIsFaultyEvenAsACorrection() {
        Answer answer = service.post(
                PATH + "?corrections=true",
                "text/csv",
                (HEADER + GOOD + GOOD.replace("予以公开", "部分公开")).getBytes(StandardCharsets.UTF_8));

        assertRefused(answer, "CONTRADICTS_RECORD", "（已登记：予以公开）");
    }

    /** Rows are judged some hundred at a time; a fault early in the file must not hide one between rows far apart. */
    @Test
    void contradictionFarDownIsNamedAlthoughAnEarlierRowIsFaulty() {
        StringBuilder csv = new StringBuilder(HEADER).append(GOOD.replace("R1,2024-03-05", "R0,2024-02-30"));
        for (int i = 1; i <= 1_300; i++) {
            csv.append(GOOD.replace("R1,", "F" + i + ","));
        }
        csv.append(GOOD.replace("R1,", "F700,").replace("予以公开", "部分公开"));
        JsonNode answer =
                service.importCsv("bad-input", "requests", csv.toString()).json();

        assertThat(answer.path("errors").size()).isEqualTo(2);
        assertThat(answer.at("/errors/1/row").asInt()).isEqualTo(1_303);
        assertThat(answer.at("/errors/1/rule").asString()).isEqualTo("CONTRADICTS_RECORD");
    }

    @Test
    void cellWithoutAHeaderIsNamedByItsPlace() {
        JsonNode answer = service.importCsv("bad-input", "requests", HEADER + GOOD.strip() + ",多余\n")
                .json();

        assertThat(answer.at("/errors/0/column").asString()).isEqualTo("第9列");
    }

    @Test
    void refusedFileSaysRuleAndPlace() {
        JsonNode answer = service.importCsv("bad-input", "requests", "\n\n" + HEADER + GOOD)
                .json();

        assertThat(answer.at("/errors/0/rule").asString()).isEqualTo("HEADER_NOT_FIRST");
        assertThat(answer.at("/errors/0/row").asInt()).isEqualTo(3);
    }

    @Test
    void figureOfMillionsOfDigitsIsRefusedAtOnce() {
        for (String number : List.of("\"1e3000000\"", "1e99999999", "1e400", "\"0x10\"")) {
            String table = "{\"year\":2024,\"proactive\":{\"regulations\":{\"issued\":" + number + "}}}";
            Answer answer = service.post(
                    "/api/v1/annual-tables/checks", "application/json", table.getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status()).as(number).isBetween(400, 422);
        }
    }

    /** A column that slipped may put a name where a code belongs; the answer quotes it, the database must not. */
    @Test
    void quotedCellsAreSealedInTheDatabase() {
        Answer answer = service.importCsv("bad-input", "requests", HEADER + GOOD.replace("自然人", "410308199001011234"));

        assertThat(answer.text()).contains("410308199001011234");
        assertThat(jdbc.sql("select sentence from import_finding")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(sentence -> sentence.startsWith("s1."));
    }

    @Test
    void dryRunOfAGoodFileStoresNothing() {
        Answer answer =
                service.post(PATH + "?dryRun=true", "text/csv", (HEADER + GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("stored").asBoolean(true)).isFalse();
        assertThat(answer.json().path("cases").asInt()).isEqualTo(1);
        assertThat(answer.json().path("events").asInt()).isEqualTo(2);
    }

    @Test
    void missingColumnIsNamed() {
        assertRefused(service.importCsv("bad-input", "requests", "登记编号,收到日期\nR1,2024-03-05\n"), "申请渠道", "申请内容");
    }

    @Test
    void pictureNamedXlsxIsRecognised() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        Answer answer = service.post(PATH + "?fileName=a.xlsx", Service.XLSX, png);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString())
                .startsWith("a.xlsx：")
                .contains("图片");
    }

    @Test
    void wrongEncodingIsRecognised() {
        Answer answer = service.post(PATH, "text/csv", (HEADER + GOOD).getBytes(StandardCharsets.UTF_16));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("编码");
    }

    @Test
    void chineseWindowsEncodingIsRead() {
        Answer answer =
                service.post(PATH + "?dryRun=true", "text/csv", (HEADER + GOOD).getBytes(Charset.forName("GB18030")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void zipBombIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1024 * 1024];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                zip.write(blanks);
            }
        }
        Answer answer = service.post(PATH, Service.XLSX, bytes.toByteArray());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
    }

    @Test
    void fileOf300MegabytesIsRefusedInWords() {
        long size = 300L * 1024 * 1024;
        Answer answer = service.post(PATH, "text/csv", BodyPublishers.ofInputStream(() -> new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(length, left);
                java.util.Arrays.fill(buffer, offset, offset + n, (byte) 'a');
                left -= n;
                return n;
            }
        }));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asString()).contains("100 MB");
    }

    @Test
    void manyImportsAtOnceWaitTheirTurnAndAllAreRecordedOrChecked() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        StringBuilder reversed = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            String row = "P" + i + ",2024-03-05,当面,自然人,张某,某事,2024-03-20,予以公开\n";
            rows.append(row);
            reversed.insert(0, row);
        }
        try (ExecutorService clients = Executors.newFixedThreadPool(20)) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String csv = i % 2 == 0 ? rows.toString() : HEADER + reversed;
                answers.add(clients.submit(
                        () -> service.post(PATH + "?dryRun=true", "text/csv", csv.getBytes(StandardCharsets.UTF_8))));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
        }
    }

    @Test
    void unknownOrganAndUnknownRegisterAreNotFound() {
        assertThat(service.importCsv("nobody", "requests", HEADER + GOOD).status())
                .isEqualTo(404);
        assertThat(service.importCsv("bad-input", "unknown", HEADER + GOOD).status())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/organs/nobody/annual-reports/2024/tables")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("没有这个机关");
    }

    @Test
    void yearWithoutAFormAndCellThatDoesNotExistAreNotFound() {
        assertThat(service.get("/api/v1/organs/bad-input/annual-reports/2018/tables")
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/organs/bad-input/annual-reports/2024/tables/cells/requests/granted/everybody")
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/organs/bad-input/annual-reports/soon/tables")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/organs/bad-input/annual-reports/2024/tables?asOf=yesterday")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNoTableIsRefusedWithItsPlace() {
        Answer answer = service.postJson("/api/v1/annual-tables/checks", Map.of("year", 2024));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("/proactive");
    }

    @Test
    void typedEntryIsRefusedWithFieldAndRule() {
        Answer answer = service.postJson(
                "/api/v1/organs/bad-input/registers/requests",
                Map.of(
                        "facts",
                        Map.of(
                                "登记编号",
                                "R7",
                                "收到日期",
                                "2999-01-01",
                                "申请渠道",
                                "当面",
                                "申请人类型",
                                "自然人",
                                "申请人",
                                "张某",
                                "申请内容",
                                "某事")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().toString()).contains("receivedOn");
    }

    @Test
    void brokenJsonIsAProblem() {
        Answer answer =
                service.post("/api/v1/organs", "application/json", "{\"code\":".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void nobodyComesInWithoutAPassword() {
        Answer answer = service.anonymous("/api/v1/organs");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asString()).isEqualTo("需要登录");
    }
}
