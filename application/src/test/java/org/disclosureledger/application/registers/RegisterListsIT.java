package org.disclosureledger.application.registers;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.office.Printer;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Lists of a register against what a person would pick out of the same file by hand. */
@RunningService
class RegisterListsIT {

    private static final List<String> CHANNELS = List.of("当面", "邮寄", "网络");
    private static final List<String> CHANNEL_IDS = List.of("inPerson", "post", "internet");
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.GRANTED, Outcome.PARTIALLY_GRANTED, Outcome.NOT_PROCESSED_PETITION);

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void start() {
        service = new Service(port);
    }

    /** A row of the file; an empty text for what it does not say. */
    private record Line(
            String number,
            String receivedOn,
            int channel,
            String kind,
            String name,
            String decidedOn,
            String document,
            int outcome) {

        String outcomeId() {
            return decidedOn.isEmpty() ? "open" : OUTCOMES.get(outcome).id();
        }

        String csv() {
            Outcome o = OUTCOMES.get(outcome);
            String result = o.group().equals(o.label()) ? o.label() : o.group() + "/" + o.label();
            return String.join(
                    ",",
                    number,
                    receivedOn,
                    CHANNELS.get(channel),
                    kind,
                    name,
                    "某事",
                    decidedOn,
                    document,
                    decidedOn.isEmpty() ? "" : result);
        }
    }

    private static List<Line> lines() {
        Random random = new Random(20);
        List<Line> lines = new ArrayList<>();
        for (int n = 1; n <= 260; n++) {
            LocalDate received = LocalDate.of(2022, 11, 1).plusDays(random.nextInt(600));
            boolean decided = random.nextInt(4) > 0;
            lines.add(new Line(
                    "依申请〔" + received.getYear() + "〕" + n + "号",
                    received.toString(),
                    random.nextInt(3),
                    random.nextBoolean() ? "自然人" : "商业企业",
                    n % 50 == 0 ? "欧阳 明" : "某" + n,
                    decided ? received.plusDays(5 + random.nextInt(12)).toString() : "",
                    decided ? "公开答Ａ〔" + received.getYear() + "〕" + random.nextInt(90) + "号" : "",
                    random.nextInt(3)));
        }
        return lines;
    }

    private void imported(String organ, String register, String csv) {
        Answer answer = service.importCsv(organ, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<Line> office(String organ) {
        service.organ(organ, "清河镇人民政府");
        List<Line> lines = lines();
        imported(
                organ,
                "requests",
                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,答复文号,处理结果\n"
                        + lines.stream().map(Line::csv).collect(Collectors.joining("\n")) + "\n");
        return lines;
    }

    private static String encoded(String query) {
        return Stream.of(query.split("&", -1))
                .map(p -> p.substring(0, p.indexOf('=') + 1)
                        + URLEncoder.encode(p.substring(p.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode list(String organ, String register, String query) {
        Answer answer =
                service.get("/api/v1/organs/" + organ + "/registers/" + register + "?" + encoded("offset=0&" + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** All numbers of a list, page after page. */
    private List<String> numbers(String organ, String query) {
        List<String> numbers = new ArrayList<>();
        long count;
        do {
            JsonNode page = service.get("/api/v1/organs/" + organ + "/registers/requests?"
                            + encoded("offset=" + numbers.size() + "&" + query))
                    .json();
            count = page.path("count").asLong();
            page.path("cases")
                    .forEach(c -> numbers.add(c.at("/facts/registrationNumber").asString()));
        } while (numbers.size() < count);
        return numbers;
    }

    private static List<String> picked(List<Line> lines, Predicate<Line> wanted) {
        List<String> picked = new ArrayList<>();
        for (Line line : lines) {
            if (wanted.test(line)) {
                picked.add(0, line.number());
            }
        }
        return picked;
    }

    @Test
    void filtersPickWhatAPersonWouldPick() {
        List<Line> lines = office("lists-filter");
        Function<String, List<String>> found = query -> numbers("lists-filter", query);

        assertThat(found.apply("channel=post")).isEqualTo(picked(lines, l -> l.channel() == 1));
        assertThat(found.apply("channel=post&channel=internet&applicantKind=commercialEnterprise"))
                .isEqualTo(picked(lines, l -> l.channel() > 0 && l.kind().equals("商业企业")));
        assertThat(found.apply("outcome=open"))
                .isEqualTo(picked(lines, l -> l.decidedOn().isEmpty()));
        assertThat(found.apply("outcome=open&outcome=notProcessed.petition&year=2023"))
                .isEqualTo(picked(
                        lines,
                        l -> l.receivedOn().startsWith("2023")
                                && List.of("open", "notProcessed.petition").contains(l.outcomeId())));
        assertThat(found.apply("closedYear=2023&closedYear=2024"))
                .isEqualTo(picked(lines, l -> l.decidedOn().matches("202[34].*")));
        assertThat(found.apply("from=2023-02-03&to=2023-06-30"))
                .isEqualTo(picked(
                        lines,
                        l -> l.receivedOn().compareTo("2023-02-03") >= 0
                                && l.receivedOn().compareTo("2023-06-30") <= 0));
        assertThat(found.apply("closedFrom=2024-01-01"))
                .isEqualTo(picked(lines, l -> l.decidedOn().compareTo("2024-01-01") >= 0));
        assertThat(found.apply("closedTo=2022-12-31"))
                .isEqualTo(picked(
                        lines, l -> !l.decidedOn().isEmpty() && l.decidedOn().compareTo("2022-12-31") <= 0));
        assertThat(found.apply("text=〕7"))
                .isEqualTo(picked(lines, l -> (l.number() + "\n" + l.document()).contains("〕7")));
        assertThat(found.apply("text=公开答a 2023"))
                .isEqualTo(picked(
                        lines,
                        l -> l.document().contains("公开答Ａ") && (l.number() + "\n" + l.document()).contains("2023")));
        assertThat(found.apply("text=号公")).isEmpty();
    }

    @Test
    void countsOfAFilterAddUp() {
        office("lists-sums");
        Function<String, Long> count =
                query -> list("lists-sums", "requests", query).path("count").asLong();
        String kept = "from=2023-01-01&text=号";
        long all = count.apply(kept);

        assertThat(all).isPositive().isLessThan(260);
        assertThat(CHANNEL_IDS.stream()
                        .mapToLong(c -> count.apply(kept + "&channel=" + c))
                        .sum())
                .isEqualTo(all);
        assertThat(Stream.of(2023, 2024)
                        .mapToLong(y -> count.apply(kept + "&year=" + y))
                        .sum())
                .isEqualTo(all);
        assertThat(Stream.concat(Stream.of("open"), Stream.of(Outcome.values()).map(Outcome::id))
                        .mapToLong(o -> count.apply(kept + "&outcome=" + o))
                        .sum())
                .isEqualTo(all);
    }

    @Test
    void listIsSortedBothWaysAndStaysWhereItIsEqual() {
        List<Line> lines = new ArrayList<>(office("lists-sort"));
        java.util.Collections.reverse(lines);
        Comparator<Line> missingLast = Comparator.comparing(l -> l.decidedOn().isEmpty());
        Comparator<Line> form = Comparator.comparing(l -> OUTCOMES.get(l.outcome()));

        assertThat(numbers("lists-sort", "sort=receivedOn"))
                .isEqualTo(lines.stream()
                        .sorted(Comparator.comparing(Line::receivedOn))
                        .map(Line::number)
                        .toList());
        assertThat(numbers("lists-sort", "sort=-receivedOn"))
                .isEqualTo(lines.stream()
                        .sorted(Comparator.comparing(Line::receivedOn).reversed())
                        .map(Line::number)
                        .toList());
        assertThat(numbers("lists-sort", "sort=-decidedOn"))
                .isEqualTo(lines.stream()
                        .sorted(missingLast.thenComparing(
                                Comparator.comparing(Line::decidedOn).reversed()))
                        .map(Line::number)
                        .toList());
        assertThat(numbers("lists-sort", "sort=outcome&channel=post"))
                .isEqualTo(lines.stream()
                        .filter(l -> l.channel() == 1)
                        .sorted(missingLast.thenComparing(
                                (a, b) -> a.decidedOn().isEmpty() ? 0 : form.compare(a, b)))
                        .map(Line::number)
                        .toList());
    }

    @Test
    void otherRegistersHaveTheirOwnFilters() {
        service.organ("lists-others", "清河镇人民政府");
        imported("lists-others", "documents", """
                类别,文号,标题,制发日期,废止日期,备注
                行政规范性文件,清政发〔2023〕1号,关于征收土地补偿的通知,2023-02-01,,涉及三个村
                行政规范性文件,清政发〔2023〕2号,关于校车安全的通知,2023-03-01,2024-01-05,
                规章,清政令1号,土地管理办法,2022-03-01,,
                """);
        imported("lists-others", "tallies", "年度,事项,数量\n2023,行政许可,1\n2024,行政许可,10\n2024,行政处罚,9\n");
        imported("lists-others", "remedies", """
                案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果
                复1,行政复议,,,2024-02-01,2024-03-01,维持
                诉1,行政诉讼,否,,2024-02-01,2024-08-01,纠正
                诉2,行政诉讼,是,,2024-05-01,,
                """);
        Function<JsonNode, List<String>> found = page -> {
            List<String> firsts = new ArrayList<>();
            page.path("cases")
                    .forEach(c -> firsts.add(Stream.of("documentNumber", "caseNumber", "amount")
                            .map(id -> c.path("facts").path(id).asString(""))
                            .collect(Collectors.joining())));
            return firsts;
        };

        assertThat(found.apply(list("lists-others", "documents", "text=土地&sort=issuedOn")))
                .containsExactly("清政令1号", "清政发〔2023〕1号");
        assertThat(found.apply(list("lists-others", "documents", "text=三个村"))).containsExactly("清政发〔2023〕1号");
        assertThat(found.apply(list("lists-others", "documents", "inForce=false")))
                .containsExactly("清政发〔2023〕2号");
        assertThat(found.apply(list("lists-others", "documents", "inForce=true&category=normativeDocument")))
                .containsExactly("清政发〔2023〕1号");
        assertThat(found.apply(list("lists-others", "tallies", "sort=-amount"))).containsExactly("10", "9", "1");
        assertThat(found.apply(list("lists-others", "tallies", "year=2024&item=penalties")))
                .containsExactly("9");
        assertThat(found.apply(list("lists-others", "remedies", "procedure=litigation&result=open")))
                .containsExactly("诉2");
        String lawsuit =
                list("lists-others", "remedies", "text=诉1").at("/cases/0/case").asString();
        Answer appealed = service.postJson(
                "/api/v1/organs/lists-others/remedies/" + lawsuit + "/appeals",
                java.util.Map.of(
                        "instance", "二审",
                        "appealedOn", "2024-08-12",
                        "instanceNumber", "（2024）豫03行终12号",
                        "court", "洛阳市中级人民法院"));
        assertThat(appealed.status()).as(appealed.text()).isIn(200, 201);
        assertThat(found.apply(list("lists-others", "remedies", "text=中级人民法院"))).containsExactly("诉1");
        assertThat(found.apply(list("lists-others", "remedies", "text=(2024)豫03行终")))
                .containsExactly("诉1");
        assertThat(found.apply(list("lists-others", "remedies", "result=corrected")))
                .isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInWords() {
        service.organ("lists-faults", "清河镇人民政府");
        assertThat(refusal("requests?channel=pigeon")).contains("申请渠道没有“pigeon”这一项");
        assertThat(refusal("requests?from=2024-02-30")).contains("不是存在的日期");
        assertThat(refusal("requests?from=2024-02-20&to=2024-02-01")).contains("第一天在最后一天之后");
        assertThat(refusal("requests?year=24")).contains("四位数字");
        assertThat(refusal("requests?sort=applicant")).contains("不能按“applicant”排序");
        assertThat(refusal("documents?channel=post")).contains("不能按“申请渠道”筛选");
        assertThat(refusal("requests/list-export?columns=applicant")).contains("没有“applicant”这一列");
    }

    private String refusal(String path) {
        Answer answer = service.get("/api/v1/organs/lists-faults/registers/" + path);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("detail").asString();
    }

    @Test
    void pastListStaysAsItWas() {
        List<Line> lines = office("lists-past");
        String query = "outcome=open&sort=-receivedOn&text=2023&columns=receivedOn&columns=outcome";
        String caseId = list("lists-past", "requests", "channel=post")
                .at("/cases/0/case")
                .asString();
        Instant then = Instant.parse(service.get("/api/v1/organs/lists-past/cases/" + caseId)
                .json()
                .at("/events/0/recordedAt")
                .asString());
        String before =
                list("lists-past", "requests", "asOf=" + then + "&" + query).toString();
        byte[] csv = export("lists-past", "csv", "asOf=" + then + "&" + query);
        byte[] xlsx = export("lists-past", "xlsx", "asOf=" + then + "&" + query);
        String now = list("lists-past", "requests", query).toString();

        imported(
                "lists-past",
                "requests",
                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,答复文号,处理结果\n"
                        + lines.stream()
                                .filter(l -> l.decidedOn().isEmpty())
                                .map(l -> new Line(
                                                l.number(),
                                                l.receivedOn(),
                                                l.channel(),
                                                l.kind(),
                                                l.name(),
                                                l.receivedOn(),
                                                "迟答2023",
                                                0)
                                        .csv())
                                .collect(Collectors.joining("\n"))
                        + "\n依申请〔2023〕新1号,2023-03-03,当面,自然人,某,某事,,,\n");

        assertThat(before).isEqualTo(now);
        assertThat(list("lists-past", "requests", query).toString()).isNotEqualTo(now);
        assertThat(list("lists-past", "requests", "asOf=" + then + "&" + query).toString())
                .isEqualTo(before);
        assertThat(list("lists-past", "requests", "asOf=" + then + "&text=迟答")
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(list("lists-past", "requests", "text=迟答").path("count").asInt())
                .isPositive();
        assertThat(export("lists-past", "csv", "asOf=" + then + "&" + query)).isEqualTo(csv);
        assertThat(export("lists-past", "xlsx", "asOf=" + then + "&" + query)).isEqualTo(xlsx);
    }

    private byte[] export(String organ, String format, String query) {
        Answer answer = service.get(
                "/api/v1/organs/" + organ + "/registers/requests/list-export?format=" + format + "&" + encoded(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.bytes();
    }

    private static List<List<String>> records(String csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    @Test
    void exportIsWhatIsShown() throws IOException {
        List<Line> lines = new ArrayList<>(office("lists-export"));
        java.util.Collections.reverse(lines);
        String query = "channel=post&sort=receivedOn&columns=documentNumber&columns=outcome&columns=receivedOn";
        List<List<String>> wanted = lines.stream()
                .filter(l -> l.channel() == 1)
                .sorted(Comparator.comparing(Line::receivedOn))
                .map(l -> List.of(
                        l.number(),
                        l.receivedOn(),
                        l.document(),
                        l.decidedOn().isEmpty()
                                ? "办理中"
                                : l.csv().substring(l.csv().lastIndexOf(',') + 1)))
                .toList();

        List<List<String>> csv = records(new String(export("lists-export", "csv", query), StandardCharsets.UTF_8));

        assertThat(csv.get(0)).containsExactly("清河镇人民政府申请台账");
        assertThat(csv.get(1)).containsExactly("条件：申请渠道：邮寄");
        assertThat(csv.get(2)).containsExactly("排序：按收到日期升序");
        assertThat(csv.get(3).get(0)).matches("时刻：\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d（北京时间）已经登记的内容");
        assertThat(csv.get(4)).containsExactly("登记编号", "收到日期", "答复文号", "处理结果");
        assertThat(csv.subList(5, csv.size())).isEqualTo(wanted);

        Printer.isInstalled();
        Path workbook = Files.write(folder.resolve("list.xlsx"), export("lists-export", "xlsx", query));
        List<List<String>> opened = records(Files.readString(new Printer(folder).csv(workbook)));
        assertThat(opened.subList(4, opened.size()).stream()
                        .map(r -> r.subList(0, 4))
                        .toList())
                .isEqualTo(csv.subList(4, csv.size()));
    }

    @Test
    void formulaInAListIsText() throws IOException {
        service.organ("lists-formula", "清河镇人民政府");
        imported("lists-formula", "documents", "类别,文号,标题,制发日期,废止日期\n规章,=1+1,\"=HYPERLINK(\"\"x\"\")\",2024-01-01,\n");
        String csv = service.get("/api/v1/organs/lists-formula/registers/documents/list-export?format=csv")
                .text();

        List<String> row = records(csv).get(5);
        assertThat(row.get(0)).isEqualTo("'=1+1");
        assertThat(row.get(1)).startsWith("'=HYPERLINK");
    }

    @Test
    void applicantIsFoundByNameOrNumberAndOnlyInTheBody() {
        List<Line> lines = office("lists-applicant");
        imported("lists-applicant", "requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,证件号码,申请内容
                证1,2024-03-03,当面,自然人,欧阳明,41030019900101001x,某事
                """);
        List<String> sameName = picked(lines, l -> l.name().equals("欧阳 明"));

        String byName = posted("lists-applicant", "applicant=欧阳明&identityNumber=");
        assertThat(byName)
                .contains("共 <strong>" + (sameName.size() + 1) + "</strong> 件")
                .contains("证1");
        sameName.forEach(number -> assertThat(byName).contains(number));
        assertThat(posted("lists-applicant", "applicant=&identityNumber=41030019900101001X"))
                .contains("共 <strong>1</strong> 件")
                .contains("证1");
        assertThat(posted("lists-applicant", "applicant=某1&identityNumber=41030019900101001X"))
                .contains("没有找到这个申请人");
        assertThat(posted("lists-applicant", "applicant=欧阳&identityNumber=")).contains("没有找到这个申请人");
        assertThat(posted("lists-applicant", "applicant= &identityNumber=")).contains("请填写申请人姓名");
    }

    private String posted(String organ, String form) {
        Answer answer = service.post(
                "/organs/" + organ + "/registers/requests/applicants",
                "application/x-www-form-urlencoded",
                encoded(form).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
