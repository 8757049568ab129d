package org.disclosureledger.application.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.awaitility.Awaitility;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A county sums its towns and departments: who publishes, who sends a file, who is missing, who moved, who merged. */
@RunningService
class ConsolidatedReportIT {

    private static final int YEAR = 2024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Flyway asOwner;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    private static List<String> reasons(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json().path("errors").values().stream()
                .map(f -> f.path("reason").asString())
                .toList();
    }

    /** Every figure of tables in JSON by its place, whatever the shape: the test adds up without knowing the form. */
    private static void each(JsonNode node, String place, BiConsumer<String, JsonNode> figures) {
        if (node.isObject()) {
            node.propertyNames().forEach(name -> each(node.path(name), place + "/" + name, figures));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                each(node.get(i), place + "/" + i, figures);
            }
        } else if (node.isNumber() || place.endsWith("/fees")) {
            figures.accept(place, node);
        }
    }

    private static Map<String, BigDecimal> figures(JsonNode tables) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (String table : List.of("proactive", "requests", "reconsideration", "litigation")) {
            each(tables.path(table), table, (place, figure) -> {
                if (!figure.isNull()) {
                    figures.put(place, new BigDecimal(figure.asString()).stripTrailingZeros());
                }
            });
        }
        return figures;
    }

    private static Map<String, BigDecimal> added(List<JsonNode> tables) {
        Map<String, BigDecimal> sum = new TreeMap<>();
        tables.forEach(t -> figures(t).forEach((place, figure) -> sum.merge(place, figure, BigDecimal::add)));
        sum.replaceAll((place, figure) -> figure.stripTrailingZeros());
        return sum;
    }

    private JsonNode published(County county, String organ, int version) {
        return service.get("/api/v1/organs/" + county.code(organ) + "/annual-reports/" + YEAR + "/versions/" + version
                        + "/report.json")
                .json();
    }

    private static String states(JsonNode tables, County county) {
        List<String> states = new ArrayList<>();
        tables.path("members")
                .forEach(m -> states.add(m.path("code").asString().replace(county.code(""), "") + "="
                        + m.path("state").asString()));
        return String.join(" ", states);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private County county(String code) {
        County county = new County(service, code);
        county.office("", "某县人民政府", YEAR, "R1,2024-03-01,当面,自然人,张某,某事,2024-03-10,予以公开\n", "10.50");
        return county;
    }

    @Test
    void countyPublishesTheSumsOfItsOrgansAndTheirLaterVersionsAreNotHidden() throws Exception {
        County county = county("sums");
        county.office("a", "甲镇人民政府", YEAR, """
                R1,2024-03-01,当面,自然人,张某,某事,2024-03-10,予以公开
                R2,2024-12-20,邮寄,商业企业,某公司,某事,,
                """, "0.25");
        county.office("b", "乙镇人民政府", YEAR, "R1,2024-05-01,网络,科研机构,某所,某事,2024-05-10,本机关不掌握相关政府信息\n", "1");
        county.office("m", "丙乡人民政府", YEAR, "R1,2024-02-01,当面,自然人,李某,某事,2024-02-10,予以公开\n", "0");
        county.office("v", "丁镇人民政府", YEAR, "R1,2024-02-01,当面,自然人,王某,某事,2024-02-10,予以公开\n", "0");
        county.office("w", "戊镇人民政府", YEAR, "R1,2024-02-01,当面,自然人,赵某,某事,2024-02-10,部分公开\n", "0");
        county.establish("j", "某县财政局");
        county.establish("x", "某县教育局");
        county.establish("missing", "某县档案局");
        county.establish("other", "邻县人民政府");
        for (String organ : List.of("a", "b", "m", "v", "j", "x", "missing")) {
            County.done(county.place(organ, "", "2020-01-01"));
        }
        // The last day of the year decides: one leaves on it, one comes on it; a third ceased during the year.
        County.done(county.place("w", "other", "2020-01-01"));
        County.done(county.place("v", "other", "2024-12-31"));
        County.done(county.place("w", "", "2024-12-31"));
        County.done(county.merge("m", "a", "2024-07-01"));

        assertThat(states(service.get(county.path(YEAR, "/tables")).json(), county))
                .isEqualTo("=published -a=published -b=published -j=missing -m=published -missing=missing -w=published"
                        + " -x=missing");
        JsonNode merged = service.get(county.path(YEAR, "/tables")).json().at("/members/4");
        assertThat(merged.path("mergedOn").asString()).isEqualTo("2024-07-01");
        assertThat(states(service.get(county.path(YEAR + 1, "/tables")).json(), county))
                .doesNotContain("-m=")
                .doesNotContain("-v=");

        // One department sends JSON that does not add up at first, the other one the workbook.
        JsonNode ofA = published(county, "a", 1);
        Map<String, Object> tables =
                new LinkedHashMap<>(JSON.convertValue(ofA, new TypeReference<Map<String, Object>>() {}));
        tables.put("organ", Map.of("code", county.code("j"), "name", "某县财政局"));
        byte[] sound = JSON.writeValueAsBytes(tables);
        byte[] unsound = new String(sound, StandardCharsets.UTF_8)
                .replace("\"newReceived\":[1,1,0,0,0,0,2]", "\"newReceived\":[1,1,0,0,0,0,3]")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(unsound).isNotEqualTo(sound);
        assertThat(reasons(county.upload(YEAR, "j", "j.json", unsound, Map.of())))
                .anyMatch(r -> r.contains("requests.balance:-:total") && r.contains("应为 3，表中为 2"))
                .anyMatch(r -> r.contains("requests.columns:newReceived:total"));
        assertThat(reasons(county.upload(YEAR, "j", "j.json", unsound, Map.of("acceptedBy", "李主任"))))
                .containsExactly("请写明接受不成立的校验的理由");
        JsonNode accepted = County.done(
                        county.upload(YEAR, "j", "张某某的表.json", unsound, Map.of("acceptedBy", "李主任", "reason", "原表如此")))
                .json();
        assertThat(accepted.at("/0/failed").size()).isGreaterThanOrEqualTo(2);
        assertThat(accepted.at("/0/fileName").asString()).isEqualTo(county.code("j") + "-2024.json");
        JsonNode twice =
                County.done(county.upload(YEAR, "j", "j.json", sound, Map.of())).json();
        assertThat(twice.size()).isEqualTo(2);
        assertThat(twice.at("/1/digest").asString()).isEqualTo(sha256(sound));
        byte[] workbook = service.get("/api/v1/organs/" + county.code("b") + "/annual-reports/2024/report.xlsx")
                .bytes();
        County.done(county.upload(YEAR, "x", "x.xlsx", workbook, Map.of()));
        assertThat(reasons(county.upload(YEAR, "a", "a.json", sound, Map.of())).get(0))
                .as("what an organ published is not replaced by a file")
                .isNotBlank();

        // The sums are those of what was published or came in, added up here by place.
        JsonNode consolidated = service.get(county.path(YEAR, "/tables")).json();
        List<JsonNode> parts = List.of(
                published(county, "", 1),
                ofA,
                published(county, "b", 1),
                published(county, "m", 1),
                published(county, "w", 1),
                ofA,
                published(county, "b", 1));
        assertThat(figures(consolidated.path("table"))).isEqualTo(added(parts));
        assertThat(consolidated.at("/table/requests/rows/newReceived/6").asInt())
                .isEqualTo(9);
        assertThat(consolidated.at("/table/proactive/fees").asString()).isEqualTo("13.00");
        JsonNode cell = service.get(county.path(YEAR, "/tables/cells/requests/newReceived/total"))
                .json();
        assertThat(cell.path("figure").asString()).isEqualTo("9");
        Map<String, String> shares = new LinkedHashMap<>();
        cell.path("shares")
                .forEach(s -> shares.put(
                        s.at("/member/code").asString().replace(county.code(""), ""),
                        s.path("figure").asString("-") + "/"
                                + s.at("/member/version").asString("-")));
        assertThat(shares)
                .containsExactly(
                        Map.entry("", "1/1"),
                        Map.entry("-a", "2/1"),
                        Map.entry("-b", "1/1"),
                        Map.entry("-j", "2/2"),
                        Map.entry("-m", "1/1"),
                        Map.entry("-missing", "-/-"),
                        Map.entry("-w", "1/1"),
                        Map.entry("-x", "1/1"));

        // The missing organ, and the texts, stand against publication.
        String missing = "members.missing:" + county.code("missing") + ":-";
        assertThat(reasons(county.publishConsolidated(YEAR, "")))
                .anyMatch(r -> r.startsWith("某县档案局（" + county.code("missing") + "）没有发布2024年度报告"))
                .anyMatch(r -> r.contains("还没有写完"));
        county.texts(YEAR);
        assertThat(reasons(county.waive(YEAR, missing, "", ""))).hasSize(2);
        assertThat(County.done(county.waive(YEAR, missing, "李主任", "机构改革，尚未移交"))
                        .json()
                        .at("/0/waiver/waivedBy")
                        .asString())
                .isEqualTo("李主任");
        JsonNode first = County.done(county.publishConsolidated(YEAR, "")).json();
        assertThat(found(county)).isEmpty();
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(first.at("/members/1/version").asInt()).isEqualTo(1);
        assertThat(first.at("/members/5/source").asString()).isEqualTo("waived");
        documents(county, first, consolidated);
        assertThat(service.get(county.path(YEAR, "/versions/1/differences"))
                        .json()
                        .path("members")
                        .isEmpty())
                .isTrue();
        String then = Instant.now().toString();

        // A town amends its report: what was published stays, the difference is open, the next version says why.
        county.requests("a", "R9,2024-11-01,当面,自然人,孙某,某事,2024-11-10,予以公开\n");
        assertThat(service.get(county.path(YEAR, "/versions/1/differences"))
                        .json()
                        .path("figures")
                        .isEmpty())
                .as("present tables of a member are not what is summed")
                .isTrue();
        county.publish("a", YEAR, "补登一件");
        JsonNode differences =
                service.get(county.path(YEAR, "/versions/1/differences")).json();
        assertThat(differences.at("/members/0").asString()).isEqualTo("甲镇人民政府：当时是年度报告第1版，现在是年度报告第2版");
        assertThat(differences.path("figures").values())
                .anyMatch(f -> f.path("cell").asString().equals("requests/newReceived/total")
                        && f.path("published").asString().equals("9")
                        && f.path("now").asString().equals("10"));
        JsonNode asOf = service.get(county.path(YEAR, "/tables?asOf=" + then)).json();
        assertThat(figures(asOf.path("table"))).isEqualTo(added(parts));
        assertThat(service.get(county.path(YEAR, "/versions/1/report.json"))
                        .json()
                        .path("requests"))
                .isEqualTo(consolidated.at("/table/requests"));
        assertThat(reasons(county.publishConsolidated(YEAR, ""))).anyMatch(r -> r.contains("修订的理由"));
        assertThat(County.done(county.publishConsolidated(YEAR, "甲镇修订了它的报告"))
                        .json()
                        .at("/members/1/version")
                        .asInt())
                .isEqualTo(2);
        assertThat(reasons(county.publishConsolidated(YEAR, "再来一次"))).anyMatch(r -> r.contains("没有不同"));

        // Next year's "carried in" is compared with what was published as consolidated.
        JsonNode next = service.get(county.path(YEAR + 1, "/tables")).json();
        assertThat(next.at("/table/checks").values())
                .anyMatch(c -> c.path("id").asString().equals("requests.carryOver")
                        && c.path("column").asString().equals("total")
                        && c.path("expected").asInt() == 2);
    }

    /** What a verification finds about the reports of the county: it adds up again. */
    private List<String> found(County county) {
        String place = "/api/v1/ledger/verifications";
        assertThat(service.postJson(place, Map.of()).status()).isEqualTo(202);
        String latest = place + "/"
                + service.get(place).json().path(0).path("verificationId").asString();
        JsonNode publications = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> service.get(latest).json(),
                        job -> !job.path("status").asString().equals("RUNNING"))
                .at("/report/checks")
                .valueStream()
                .filter(check -> check.path("id").asString().equals("publications"))
                .findFirst()
                .orElseThrow();
        return publications
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("sentence").asString())
                .filter(sentence -> sentence.contains("机关 " + county.code("") + " "))
                .toList();
    }

    @Test
    void verificationReadsTheDocumentsOfAConsolidatedReport() {
        County county = county("altered");
        county.texts(YEAR);
        County.done(county.publishConsolidated(YEAR, ""));
        JdbcTemplate owner = new JdbcTemplate(asOwner.getConfiguration().getDataSource());
        String digest = service.get(county.path(YEAR, "/versions"))
                .json()
                .at("/0/documents/csv")
                .asString();
        byte[] kept = Objects.requireNonNull(
                owner.queryForObject("select content from published_document where digest = ?", byte[].class, digest));
        owner.update("update published_document set content = 'x' where digest = ?", digest);

        assertThat(service.get(county.path(YEAR, "/versions/1/report.csv")).status())
                .isEqualTo(409);
        assertThat(found(county)).singleElement().asString().contains("年度汇总报告第 1 版的 csv 文件与发布时的校验值不符");
        owner.update("update published_document set content = ? where digest = ?", kept, digest);
    }

    /** Each document is opened, and says what was published. */
    private void documents(County county, JsonNode version, JsonNode consolidated) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String format : List.of("docx", "xlsx", "html", "csv", "json")) {
            byte[] file = service.get(county.path(YEAR, "/versions/1/report." + format))
                    .bytes();
            assertThat(sha256(file))
                    .isEqualTo(version.at("/documents/" + format).asString());
            files.put(format, file);
        }
        String waiver = "由李主任决定照此发布：某县档案局";
        JsonNode json = JSON.readTree(files.get("json"));
        assertThat(json.path("title").asString()).isEqualTo("某县人民政府2024年政府信息公开工作年度报告（汇总）");
        assertThat(figures(json)).isEqualTo(figures(consolidated.path("table")));
        assertThat(json.at("/members/1/words").asString()).isEqualTo("年度报告第1版");
        assertThat(json.path("memberRule").asString()).isEqualTo("members/1");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(files.get("xlsx")))) {
            List<String> listed = new ArrayList<>();
            for (Row row : workbook.getSheet("汇总的机关")) {
                if (row.getRowNum() > 2) {
                    listed.add(row.getCell(0).getStringCellValue() + " "
                            + row.getCell(2).getStringCellValue());
                }
            }
            assertThat(listed)
                    .hasSize(8)
                    .contains(county.code("x") + " 外部报表（第1次报送）", county.code("missing") + " 没有数据，已豁免");
            double total = workbook.getSheet("申请办理").getRow(5).getCell(9).getNumericCellValue();
            assertThat(total).isEqualTo(9);
        }
        try (XWPFWordExtractor word =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(files.get("docx"))))) {
            assertThat(word.getText())
                    .contains("（汇总）", "附：汇总的机关", "乙镇人民政府（" + county.code("b") + "）：年度报告第1版", waiver)
                    .doesNotContain("计数规则：。");
        }
        assertThat(new String(files.get("html"), StandardCharsets.UTF_8)).contains("附：汇总的机关", waiver, "members/1");
        assertThat(new String(files.get("csv"), StandardCharsets.UTF_8))
                .contains("members," + county.code("a") + ",甲镇人民政府,published,汇总的是,年度报告第1版", waiver);
    }

    @Test
    void blankIsNotZeroAndSomebodyAnswersForIt() {
        County county = new County(service, "blanks");
        county.establish("", "空格县人民政府");
        county.establish("a", "空格镇人民政府");
        County.done(county.place("a", "", "2020-01-01"));
        JsonNode none = service.get(county.path(YEAR, "/tables")).json();
        assertThat(figures(none.path("table"))).isEmpty();

        // The waived blank of the town's own report is blank in the sum only where everybody left it blank.
        county.tallies("", YEAR, "2.50");
        county.publish("", YEAR, "");
        String reports = "/api/v1/organs/" + county.code("a") + "/annual-reports/" + YEAR;
        for (String row : List.of("licences", "penalties", "compulsoryMeasures", "fees")) {
            County.done(service.postJson(
                    reports + "/waivers",
                    Map.of("check", "proactive.reported:" + row + ":count", "waivedBy", "王镇长", "reason", "没有统计")));
        }
        county.publish("a", YEAR, "");
        JsonNode sums = service.get(county.path(YEAR, "/tables")).json();
        assertThat(sums.at("/table/proactive/fees").asString()).isEqualTo("2.50");
        assertThat(service.get(county.path(YEAR, "/waivers")).json().values())
                .anyMatch(o -> o.path("check").asString().equals("members.blank:fees:count")
                        && o.path("finding").asString().contains("空格镇人民政府没有填报"));
        county.texts(YEAR);
        assertThat(reasons(county.publishConsolidated(YEAR, ""))).hasSize(4);
        for (String row : List.of("licences", "penalties", "compulsoryMeasures", "fees")) {
            County.done(county.waive(YEAR, "members.blank:" + row + ":count", "李主任", "该镇没有统计"));
        }
        County.done(county.publishConsolidated(YEAR, ""));
    }

    @Test
    void wrongFilesAreRefusedWithTheirPlace() throws IOException {
        County county = county("files");
        county.establish("x", "某县教育局");
        county.establish("y", "不在范围的局");
        County.done(county.place("x", "", "2020-01-01"));

        byte[] blank = service.get(county.path(YEAR, "/external-tables/" + county.code("x") + "/form.xlsx"))
                .bytes();
        assertThat(reasons(county.upload(YEAR, "x", "x.xlsx", blank, Map.of())))
                .hasSize(5)
                .anyMatch(r -> r.contains("没有填写，没有发生的应填 0") && r.contains("tables.blank:-:-"))
                .filteredOn(r -> r.contains("没有填报"))
                .hasSize(4);
        assertThat(detail(county.upload(YEAR, "x", "x.xlsx", edited(blank, 5, 9, "很多"), Map.of())))
                .isEqualTo("“申请办理”第 6 行第 10 列：应为数字");
        assertThat(detail(county.upload(YEAR, "x", "x.xlsx", edited(blank, 5, 9, "-1"), Map.of())))
                .endsWith("不能为负数");
        assertThat(detail(county.upload(YEAR, "x", "x.xlsx", edited(blank, 6, 0, "一、本年新收政府信息公开申请数量"), Map.of())))
                .contains("应为“二、上年结转政府信息公开申请数量”");
        assertThat(detail(county.upload(YEAR - 1, "x", "x.xlsx", blank, Map.of())))
                .contains("应写明 2023年");
        assertThat(detail(county.upload(
                        YEAR, "x", "x.json", "{\"year\":2023}".getBytes(StandardCharsets.UTF_8), Map.of())))
                .contains("文件里的年度不是 2024");
        assertThat(detail(county.upload(YEAR, "x", "x.json", "{".getBytes(StandardCharsets.UTF_8), Map.of())))
                .contains("不是可以读取的 JSON");
        assertThat(detail(county.upload(YEAR, "x", "x.txt", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), Map.of())))
                .contains("PDF");
        assertThat(county.upload(YEAR, "y", "x.xlsx", blank, Map.of()).status()).isEqualTo(404);
        assertThat(county.upload(YEAR, "nowhere", "x.xlsx", blank, Map.of())
                        .text()
                        .replace(county.code("nowhere"), ""))
                .isEqualTo(county.upload(YEAR, "y", "x.xlsx", blank, Map.of())
                        .text()
                        .replace(county.code("y"), ""));

        // Filled in with zeros it is taken, and read back cell by cell.
        County.done(county.upload(YEAR, "x", "x.xlsx", zeros(blank), Map.of()));
        JsonNode cell = service.get(county.path(YEAR, "/tables/cells/litigation/direct/upheld"))
                .json();
        assertThat(cell.at("/shares/1/figure").asString()).isEqualTo("0");
    }

    private static String detail(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json().path("detail").asString();
    }

    /** @param row of the sheet of requests, from 0 */
    private static byte[] edited(byte[] workbook, int row, int column, String text) throws IOException {
        try (XSSFWorkbook edited = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            edited.getSheet("申请办理").getRow(row).getCell(column).setCellValue(text);
            return bytes(edited);
        }
    }

    private static byte[] zeros(byte[] workbook) throws IOException {
        try (XSSFWorkbook filled = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            filled.sheetIterator().forEachRemaining(sheet -> {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        boolean figure = cell.getCellStyle().getShrinkToFit();
                        if (figure) {
                            cell.setCellValue(0);
                        }
                    }
                }
            });
            return bytes(filled);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    @Test
    void whoReadsASuperiorSeesPublishedFiguresAndNoCase() throws IOException {
        County county = county("rights");
        county.office("a", "甲镇人民政府", YEAR, "R1,2024-03-01,当面,自然人,张某,某事,2024-03-10,予以公开\n", "0");
        County.done(county.place("a", "", "2020-01-01"));
        Staff staff = new Staff(service);
        Service above = staff.hire(county.code(""), "rights.above", Role.STATISTICIAN);
        Service below = staff.hire(county.code("a"), "rights.below", Role.STATISTICIAN);

        assertThat(above.get(county.path(YEAR, "/tables/cells/requests/granted/total"))
                        .json()
                        .at("/shares/1/figure")
                        .asString())
                .isEqualTo("1");
        String cell = "/annual-reports/2024/tables/cells/requests/granted/total";
        assertThat(above.get("/api/v1/organs/" + county.code("a") + cell).status())
                .isEqualTo(404);
        assertThat(below.get("/api/v1/organs/" + county.code("a") + cell).status())
                .isEqualTo(200);
        Answer notMine = below.get(county.path(YEAR, "/tables"));
        Answer notThere = below.get("/api/v1/organs/rights-nowhere/consolidated-reports/2024/tables");
        assertThat(notMine.status()).isEqualTo(404);
        assertThat(notMine.text().replace(county.code(""), "?"))
                .isEqualTo(notThere.text().replace("rights-nowhere", "?"));
        assertThat(above.get("/organs/" + county.code("") + "/consolidated-reports/2024/cells/requests/granted/total")
                        .text())
                .contains("案件由该机关查看")
                .doesNotContain("/organs/" + county.code("a") + "/annual-reports");
        assertThat(above.postJson(
                                "/api/v1/organ-tree/placements",
                                Map.of("organ", county.code("a"), "from", "2021-01-01"))
                        .status())
                .isEqualTo(403);
        assertThat(service.as("sysadmin", Service.PASSWORD)
                        .postJson(
                                "/api/v1/organ-tree/placements",
                                Map.of("organ", county.code("a"), "from", "2030-01-01"))
                        .status())
                .isEqualTo(422);
        List<String> seen = below.get("/api/v1/organ-tree").json().values().stream()
                .map(o -> o.path("code").asString())
                .toList();
        assertThat(seen).containsExactly(county.code("a"));
        assertThat(above.get("/api/v1/organ-tree").json().values().stream()
                        .map(o -> o.path("code").asString() + "<"
                                + o.path("superior").asString("")))
                .containsExactly(county.code("") + "<", county.code("a") + "<" + county.code(""));

        // Tables of an organ that does not use the system are the superior's business, once and once more.
        county.establish("e", "某县教育局");
        County.done(county.place("e", "", "2020-01-01"));
        County asAbove = new County(above, county.code(""));
        String external = county.path(YEAR, "/external-tables/" + county.code("e"));
        byte[] blank = above.get(external + "/form.xlsx").bytes();
        County.done(asAbove.upload(YEAR, "e", "e.xlsx", zeros(blank), Map.of()));
        County.done(asAbove.upload(
                YEAR, "e", "e.xlsx", edited(zeros(blank), 5, 9, "0"), Map.of("acceptedBy", "李主任", "reason", "无")));
        assertThat(above.get(external).json().size()).isPositive();

        // An organ that wants a second person is refused with that sentence.
        Service approver = staff.hire(county.code(""), "rights.approver", Role.APPROVER);
        County.done(approver.putJson(
                "/api/v1/organs/" + county.code("") + "/approvals/publication", Map.of("required", true)));
        county.texts(YEAR);
        assertThat(reasons(county.publishConsolidated(YEAR, "")))
                .singleElement()
                .satisfies(r -> assertThat(r).contains("汇总报告目前不能提交审核"));
    }

    /** The tree of a day is one question, what was known of it at an instant another. */
    @Test
    void treeOfADayIsToldAsOfAnInstant() {
        County county = new County(service, "tree");
        county.establish("", "树县人民政府");
        county.establish("a", "树镇人民政府");
        county.establish("b", "林镇人民政府");
        County.done(county.place("a", "", "2024-03-01"));
        String then = Instant.now().toString();
        County.done(county.place("a", null, "2024-03-01"));
        County.done(county.place("a", "", "2024-06-01"));

        assertThat(superior("tree-a", "on=2024-04-01")).isEmpty();
        assertThat(superior("tree-a", "on=2024-06-01")).isEqualTo("tree");
        assertThat(superior("tree-a", "on=2024-04-01&asOf=" + then)).isEqualTo("tree");
        assertThat(reasons(county.place("", "a", "2024-06-01"))).hasSize(1);
        County.done(county.merge("b", "a", "2024-07-01"));
        assertThat(service.get("/api/v1/organ-tree?on=2024-07-01").json().values())
                .anyMatch(o -> o.path("code").asString().equals("tree-b")
                        && o.path("mergedInto").asString().equals("tree-a"));
        County.done(
                service.postJson("/api/v1/organ-tree/merger-withdrawals", Map.of("organ", "tree-b", "reason", "录入错误")));
        assertThat(service.get("/api/v1/organ-tree?on=2024-07-01").json().values())
                .anyMatch(o -> o.path("code").asString().equals("tree-b")
                        && o.path("mergedInto").isNull());
    }

    private String superior(String organ, String query) {
        return service.get("/api/v1/organ-tree?" + query).json().values().stream()
                .filter(o -> o.path("code").asString().equals(organ))
                .map(o -> o.path("superior").asString(""))
                .findFirst()
                .orElse("?");
    }
}
