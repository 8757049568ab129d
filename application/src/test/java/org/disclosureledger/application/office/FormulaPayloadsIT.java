package org.disclosureledger.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What people write into registers, notices and files may be made to look like a formula. No file that the product hands out
 * has a formula in it once a spreadsheet program has opened it, with the program told to take text for formulas.
 */
@RunningService
class FormulaPayloadsIT {

    private static final String ORGAN = "formulas";
    private static final List<String> BEGINNINGS = List.of("=", "+", "-", "@", "'=", "''+", "＝", "＋", "－", "＠");
    private static final List<String> FORMULAS = List.of(
            "1+1",
            "SUM(1,2)",
            "HYPERLINK(\"http://example.invalid/\",\"x\")",
            "cmd|' /C calc'!A0",
            "WEBSERVICE(\"http://example.invalid/\")",
            "DDE(\"soffice\";\"x\";\"y\")",
            "1;2",
            "A1",
            "IF(1,2,3)",
            "2+3+cmd|'/C calc'!A0");

    private static final Pattern FORMULA = Pattern.compile("table:formula=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @TempDir
    Path folder;

    private Service service;
    private Printer printer;

    @BeforeAll
    static void officeIsInstalled() {
        Printer.isInstalled();
    }

    @BeforeEach
    void start() {
        service = new Service(port);
        printer = new Printer(folder);
    }

    private static List<String> payloads() {
        return BEGINNINGS.stream()
                .flatMap(beginning -> FORMULAS.stream().map(formula -> beginning + formula))
                .toList();
    }

    @Test
    void noExportHasAFormula() throws Exception {
        List<String> payloads = payloads();
        assertThat(payloads).hasSize(100).doesNotHaveDuplicates();
        service.organ(ORGAN, "公式镇人民政府");
        String before = java.time.Instant.now().toString();
        taken(
                "requests",
                List.of(
                        "登记编号", "收到日期", "申请渠道", "申请人类型", "申请人", "联系方式", "通信地址", "申请内容", "答复日期", "答复文号", "处理结果", "备注",
                        "=2+2"),
                n -> {
                    String p = payloads.get(n);
                    return List.of(p, "2025-03-04", "网络", "自然人", p, p, p, p, "2025-03-10", p, "予以公开", p, p);
                });
        taken("remedies", List.of("案件编号", "程序", "受理日期", "备注", "=2+2"), n -> {
            String p = payloads.get(n);
            return List.of(p, "行政复议", "2025-04-01", p, p);
        });
        taken("documents", List.of("类别", "文号", "标题", "制发日期", "@备注"), n -> {
            String p = payloads.get(n);
            return List.of("行政规范性文件", p, p, "2025-04-01", p);
        });
        taken(
                "tallies",
                List.of("年度", "事项", "数量", "+说明"),
                n -> List.of(String.valueOf(1_950 + n), "行政许可", "1", payloads.get(n)),
                30);
        // Only years that a notice settles are given out.
        assertThat(service.post(
                                path("/calendar/import?noticedOn=2025-01-05"),
                                "text/csv",
                                "2031-01-01,放假,=1+1\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        for (int n = 0; n < payloads.size(); n++) {
            String p = payloads.get(n);
            created(service.postJson(
                    path("/publications"),
                    Map.of(
                            "publicationNumber",
                            p,
                            "title",
                            p,
                            "contentClass",
                            "regulationsAndDocuments",
                            "madeOn",
                            "2025-04-01")));
            LocalDate day = LocalDate.of(2031, 2, 1).plusDays(n);
            created(service.postJson(
                    path("/calendar/changes"),
                    Map.of(
                            "day",
                            day.toString(),
                            "worked",
                            day.getDayOfWeek().getValue() > 5,
                            "noticeNumber",
                            p,
                            "noticedOn",
                            "2025-01-05")));
        }
        String refused = refused(payloads);

        Map<String, byte[]> exports = new LinkedHashMap<>();
        for (String register : List.of("requests", "remedies", "documents", "tallies")) {
            for (String format : List.of("csv", "xlsx")) {
                for (String kind : List.of("export", "list-export")) {
                    exports.put(
                            register + "-" + kind + "-" + format + "." + format,
                            got(path("/registers/" + register + "/" + kind + "?format=" + format)));
                }
            }
        }
        exports.put("publications.csv", got(path("/publications/export")));
        exports.put("calendar.csv", got(path("/calendar/export.csv")));
        exports.put("comparison.csv", got(path("/annual-reports/2025/comparison.csv?before=" + before)));
        exports.put("findings.csv", refused.getBytes(StandardCharsets.UTF_8));
        assertThat(found(exports)).isEmpty();
        // Of tallies the list shows nothing that anybody wrote.
        exports.entrySet().stream()
                .filter(e -> e.getKey().endsWith(".csv") && !e.getKey().startsWith("tallies-list"))
                .forEach(e -> assertThat(text(e.getValue()))
                        .as(e.getKey() + " has the texts in it")
                        .contains("1+1"));
    }

    /** The same look finds the formulas of a file that nobody has guarded. */
    @Test
    void formulaInAFileIsSeen() {
        assertThat(found(Map.of("open.csv", "a,b\n=1+1,x\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("open.csv of:=1+1");
    }

    private List<String> found(Map<String, byte[]> files) {
        try {
            List<Path> written = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                written.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
            }
            List<Path> flat = printer.spreadsheets(written);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < flat.size(); i++) {
                Matcher formulas = FORMULA.matcher(Files.readString(flat.get(i)));
                while (formulas.find()) {
                    found.add(written.get(i).getFileName() + " " + formulas.group(1));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String rest) {
        return "/api/v1/organs/" + ORGAN + rest;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] got(String path) {
        Answer answer = service.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.bytes();
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void taken(String register, List<String> headers, IntFunction<List<String>> row) {
        taken(register, headers, row, 100);
    }

    private void taken(String register, List<String> headers, IntFunction<List<String>> row, int rows) {
        Answer answer = service.importCsv(ORGAN, register, csv(headers, row, rows));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("events").asInt()).as(answer.text()).isGreaterThanOrEqualTo(rows);
    }

    private static String csv(List<String> headers, IntFunction<List<String>> row, int rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headers);
            IntStream.range(0, rows).mapToObj(row).forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The list of faults of a file whose every row quotes a payload. */
    private String refused(List<String> payloads) throws Exception {
        Answer answer = service.importCsv(
                ORGAN,
                "documents",
                csv(
                        List.of("类别", "文号", "标题", "制发日期"),
                        n -> List.of(payloads.get(n), "文-" + n, payloads.get(n), payloads.get(n)),
                        100));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        String id = answer.json().path("importId").asString();
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(page(client, "/login"));
        assertThat(token.find()).isTrue();
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=admin&password="
                                + URLEncoder.encode(Service.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                                + token.group(1)))
                        .build(),
                BodyHandlers.discarding());
        return page(client, "/organs/" + ORGAN + "/imports/" + id + "/findings.csv");
    }

    private String page(HttpClient client, String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
