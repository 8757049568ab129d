package org.disclosureledger.application.markers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.markers.Marker.Fate;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.people.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * An office to which people come, each with strings of his own in every field: through the pages, the API and files, well
 * and badly typed. What has to be taken is taken, what has to be refused is refused, and nothing fails.
 */
final class MarkedOffice {

    static final String ORGAN = "marked";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,证件号码,联系方式,通信地址,申请内容,答复日期,处理结果,备注\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Service admin;
    private final Marks marks;
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private Service approver;
    private Service handler;

    MarkedOffice(Service admin, Marks marks) {
        this.admin = admin;
        this.marks = marks;
        this.approver = admin;
        this.handler = admin;
    }

    /** The organ and its staff, one of them with a name of his own. */
    void open() {
        admin.organ(ORGAN, "留名镇人民政府");
        Staff staff = new Staff(admin);
        approver = staff.hire(ORGAN, "marked.approver", Role.APPROVER);
        handler = staff.hire(ORGAN, "marked.handler", Role.HANDLER);
        staff.hire(ORGAN, "marked.figures", Role.STATISTICIAN);
        staff.hire(ORGAN, "marked.auditor", Role.AUDITOR);
        Service system = admin.as("sysadmin", Service.PASSWORD);
        taken(system.postJson(
                "/api/v1/accounts", Map.of("login", "marked.left", "name", sealedName("账号的姓名"), "organ", ORGAN)));
        taken(system.postJson(
                "/api/v1/accounts/marked.left/suspension", Map.of("reason", "因" + open("停用、恢复、收回岗位的理由"))));
        refused(system.postJson("/api/v1/accounts", Map.of("login", gone("用户名栏里的姓名"), "name", "某", "organ", ORGAN)));
        taken(approver.call(
                "PUT", api("/approvals/extension"), "application/json", "{\"required\":true}".getBytes(UTF_8)));
    }

    private String sealed(String field) {
        return marks.words(field, Fate.SEALED);
    }

    private String sealedName(String field) {
        return marks.name(field, Fate.SEALED);
    }

    private String open(String field) {
        return marks.words(field, Fate.OPEN);
    }

    private String gone(String field) {
        return marks.name(field, Fate.NOT_KEPT);
    }

    private static String api(String rest) {
        return "/api/v1/organs/" + ORGAN + rest;
    }

    private static String page(String rest) {
        return "/organs/" + ORGAN + rest;
    }

    /** What was not answered as it has to be. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    private void expect(Answer answer, boolean as, String what) {
        if (!as) {
            unexpected.add(what + ", but " + answer.status() + " " + answer.text() + " at "
                    + Thread.currentThread().getStackTrace()[3]);
        }
    }

    private Answer taken(Answer answer) {
        expect(answer, answer.status() >= 200 && answer.status() <= 302, "to be taken");
        return answer;
    }

    /** Refused in words: a page that comes back, or a problem; never a failure. */
    private void refused(Answer answer) {
        expect(
                answer,
                answer.status() >= 200
                        && answer.status() < 500
                        && !List.of(201, 202, 302).contains(answer.status()),
                "to be refused");
    }

    private void answered(Answer answer) {
        expect(answer, answer.status() >= 200 && answer.status() < 500, "to be answered");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Answer post(Service who, String path, Map<String, String> fields) {
        return who.post(
                path,
                FORM,
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + encoded(f.getValue()))
                        .collect(Collectors.joining("&"))
                        .getBytes(UTF_8));
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** Everything that one person meets with. */
    void serve(int person) {
        refusedAtTheDesk(person);
        String caseId = received(person);
        steps(person, caseId);
        letters(person, caseId);
        files(person, caseId);
        corrections(caseId);
        onPaper(person);
        searched(caseId);
        astray(caseId);
        guessed();
    }

    private Map<String, Object> receipt(Fate fate) {
        Map<String, Object> body = new HashMap<>();
        body.put("receivedOn", "2025-03-03");
        body.put("channel", "inPerson");
        body.put("applicantKind", "naturalPerson");
        body.put("identityProof", "originalSeen");
        body.put("applicant", marks.name("申请人", fate));
        body.put("identityNumber", marks.identity("证件号码", fate));
        body.put("contact", marks.phone("联系方式", fate));
        body.put("address", "清河镇" + marks.words("通信地址", fate) + "路1号");
        body.put("representative", marks.name("代理人", fate));
        body.put("otherApplicants", marks.name("其他申请人", fate));
        body.put("content", "请公开" + marks.name("申请内容里的姓名", fate) + "一户" + marks.words("申请内容", fate) + "的档案");
        body.put("remark", "与" + marks.name("备注里的姓名", fate) + "同来");
        return body;
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> other = new HashMap<>(body);
        other.put(field, value);
        return other;
    }

    /** What is typed at the wrong place, too long, with what no text has, or not to its end. */
    private void refusedAtTheDesk(int person) {
        String requests = api("/requests");
        Map<String, Object> body = receipt(Fate.NOT_KEPT);
        String name = gone("填错栏的姓名");
        for (String field : List.of(
                "receivedOn",
                "channel",
                "applicantKind",
                "identityProof",
                "postalService",
                "arrivedOn",
                "wantedForm",
                "matters")) {
            refused(admin.postJson(requests, with(body, field, name)));
        }
        refused(admin.postJson(requests, with(body, "registrationNumber", name.repeat(60))));
        refused(admin.postJson(requests, with(body, "applicant", name + "\u0000")));
        refused(admin.postJson(requests, with(body, "content", (name + "。").repeat(5_000))));
        refused(admin.postJson(requests, with(body, "receivedOn", "1900-01-01")));
        refused(admin.postJson(
                requests,
                with(
                        body,
                        "receivedOn",
                        LocalDate.now(ClockConfiguration.CHINA).plusDays(40).toString())));
        refused(admin.postJson(requests, with(with(body, "splitFrom", name), "receivedOn", "")));
        refused(admin.postJson(requests, with(with(body, name, 1), "channel", "x")));
        String whole = JSON.writeValueAsString(body);
        refused(admin.post(
                requests,
                "application/json",
                whole.substring(0, whole.length() - 20).getBytes(UTF_8)));
        refused(admin.post(requests, "application/json", ("{\"applicant\":\"" + name).getBytes(UTF_8)));
        refused(admin.post(requests, "application/json", name.getBytes(Charset.forName("GB18030"))));
        refused(admin.post(requests, "text/plain", name.getBytes(UTF_8)));
        refused(admin.postJson(
                requests,
                body,
                Map.of("Idempotency-Key", marks.identity("Idempotency-Key 里的证件号码", Fate.NOT_KEPT) + " x")));

        Map<String, String> form = new LinkedHashMap<>();
        body.forEach((field, value) -> form.put(field, value.toString()));
        form.remove("receivedOn");
        refused(post(admin, page("/requests/new"), form));
        refused(post(admin, page("/requests/new?look=1"), form));
        form.put("mail", mail(Fate.NOT_KEPT));
        refused(post(admin, page("/requests/new?extract=1"), form));
        refused(post(admin, page("/registers/requests/new"), form));
        refused(post(admin, page("/registers/remedies/new"), fields("caseNumber", "错" + person, "procedure", name)));
        refused(admin.postJson(
                api("/registers/requests"),
                Map.of("facts", Map.of("登记编号", "错" + person, "收到日期", name), "remarks", Map.of("备注", name))));
        refused(admin.postJson(api("/registers/requests"), Map.of("facts", Map.of(name, name))));
        refused(admin.postJson(api("/remedies"), Map.of("caseNumber", "错" + person, "procedure", name)));
        refused(admin.postJson(
                api("/remedies"),
                Map.of("caseNumber", name, "procedure", "litigation", "acceptedOn", name, "registrationNumber", name)));
        refused(admin.post(
                api("/requests/" + UUID.randomUUID() + "/attachments"),
                "multipart/form-data; boundary=form",
                ("--form\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + ".txt\"\r\n\r\n"
                                + name)
                        .getBytes(UTF_8)));
    }

    private String mail(Fate fate) {
        return "发件人：" + marks.name("邮件里的姓名", fate) + " <" + marks.phone("邮件里的号码", fate) + "@example.cn>\n"
                + "日期：2025年3月3日\n主题：政府信息公开申请\n\n申请人：" + marks.name("邮件里的申请人", fate)
                + "\n身份证号：" + marks.identity("邮件里的证件号码", fate) + "\n联系地址：清河镇" + marks.words("邮件里的地址", fate)
                + "\n所需信息：" + marks.words("邮件里的申请内容", fate) + "\n";
    }

    private String received(int person) {
        Map<String, Object> body = receipt(Fate.SEALED);
        if (person % 4 == 0) {
            body.remove("content");
            body.put("matters", List.of("其一，" + sealed("事项"), "其二，" + sealed("事项")));
        }
        Answer answer = taken(admin.postJson(
                api("/requests"),
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        return answer.json().path("case").asString();
    }

    private Answer step(Service who, String caseId, String step, Map<String, Object> body) {
        return who.postJson(api("/requests/" + caseId + "/steps/" + step), body);
    }

    private void steps(int person, String caseId) {
        taken(admin.call(
                "PUT",
                api("/requests/" + caseId + "/handler"),
                "application/json",
                JSON.writeValueAsBytes(Map.of("handler", "marked.handler", "reason", "因" + sealed("确定承办人的理由")))));
        refused(admin.call(
                "PUT",
                api("/requests/" + caseId + "/handler"),
                "application/json",
                JSON.writeValueAsBytes(Map.of("handler", gone("承办人栏里的姓名"), "reason", gone("被拒绝的理由")))));
        refused(step(handler, caseId, "takeInCorrection", Map.of("on", gone("步骤日期栏里的姓名"))));
        refused(step(handler, caseId, "askForCorrection", Map.of("on", "2025-03-05", "matters", gone("被拒绝的补正事项"))));
        taken(step(
                handler,
                caseId,
                "askForCorrection",
                Map.of("on", "2025-03-05", "correctionDueOn", "2025-03-19", "matters", "请写明" + sealed("补正事项"))));
        taken(step(handler, caseId, "takeInCorrection", Map.of("on", "2025-03-12")));
        taken(step(handler, caseId, "consultThirdParty", Map.of("on", "2025-03-17", "thirdParty", sealedName("第三方"))));
        taken(step(
                handler,
                caseId,
                "consultOrgan",
                Map.of("on", "2025-03-17", "consultedOrgan", "某局" + open("被征求意见的机关"))));
        taken(step(
                handler, caseId, "takeInOpinion", Map.of("on", "2025-03-26", "consultation", 1, "opinion", "objects")));
        taken(step(
                handler,
                caseId,
                "takeInOpinion",
                Map.of("on", "2025-03-26", "consultation", 2, "opinion", "consents")));
        Answer proposed = taken(step(
                admin,
                caseId,
                "extend",
                Map.of("on", "2025-04-10", "days", 10, "approvedBy", open("批准延期的负责人"), "reason", sealed("延期的理由"))));
        String proposal = proposed.headers().firstValue("Location").orElseThrow();
        if (person % 2 == 0) {
            refused(approver.postJson(
                    proposal + "/return", Map.of("reason", gone("过长的退回理由").repeat(2_000))));
            taken(approver.postJson(proposal + "/return", Map.of("reason", "请核对" + sealed("退回的理由"))));
        } else {
            taken(approver.call("POST", proposal + "/approval", "", new byte[0]));
        }
        refused(step(admin, caseId, "decide", Map.of("on", "2025-04-11", "outcome", gone("处理结果栏里的姓名"))));
        refused(post(
                admin,
                page("/requests/" + caseId + "/steps/decide"),
                fields("on", "2025-04-11", "reasons", gone("页面上被拒绝的理由"), "withheld", gone("页面上被拒绝的内容"))));
        taken(step(
                admin,
                caseId,
                "decide",
                Map.of(
                        "on",
                        "2025-04-11",
                        "outcome",
                        "partiallyGranted",
                        "documentNumber",
                        "公开答" + person + "号" + open("答复书文号"),
                        "ground",
                        "《条例》第三十七条" + open("依据的条款"),
                        "meansOfAccess",
                        "邮寄给" + sealedName("提供的方式"),
                        "withheld",
                        sealed("没有公开的内容"),
                        "reasons",
                        "因" + sealed("不予公开的理由"))));
        taken(step(handler, caseId, "deliverAnswer", Map.of("on", "2025-04-14", "method", "signedPost")));
        if (person % 3 == 0) {
            taken(step(
                    admin,
                    caseId,
                    "reopen",
                    Map.of("on", "2025-05-12", "ground", "ownMotion", "reason", "遗漏了" + sealed("重新办理的理由"))));
        }
    }

    private void letters(int person, String caseId) {
        String letters = api("/requests/" + caseId + "/letters");
        Map<String, Object> letter = Map.of(
                "on",
                "2025-03-04",
                "letterNumber",
                "回执" + person + open("文书的文号"),
                "values",
                Map.of("机关联系方式", "联系人" + sealedName("文书里写的姓名")));
        taken(handler.postJson(letters + "/drafts/receipt/preview", letter));
        Answer issued = taken(handler.postJson(letters + "/receipt", letter));
        assertThat(issued.status()).isEqualTo(201);
        refused(handler.postJson(
                letters + "/receipt",
                Map.of(
                        "on",
                        "2025-03-04",
                        "letterNumber",
                        "x" + person,
                        "values",
                        Map.of(gone("文书要素名"), gone("没有用的要素")))));
        refused(post(
                handler,
                page("/requests/" + caseId + "/letters/drafts/correctionNotice"),
                fields("on", gone("出具日期栏里的姓名"), "补正事项", gone("没有出具的内容"))));
        taken(handler.get(letters));
        taken(handler.get(letters + "/drafts/receipt"));
        int number = handler.get(letters).json().at("/issued/0/number").asInt();
        taken(handler.get(letters + "/" + number + "/document"));
        taken(handler.get(page("/requests/" + caseId + "/letters/drafts/receipt")));
    }

    private void files(int person, String caseId) {
        byte[] content = ("申请书：" + sealed("附件的内容") + "，" + sealedName("附件里的姓名")).getBytes(UTF_8);
        taken(handler.attach(ORGAN, caseId, "application", Map.of(sealedName("附件的文件名") + ".txt", content), Map.of()));
        byte[] picture = new byte[3_000_000];
        picture[0] = (byte) 0xff;
        picture[1] = (byte) 0xd8;
        picture[2] = (byte) 0xff;
        if (person % 10 == 0) {
            byte[] said = sealed("大附件的内容").getBytes(UTF_8);
            System.arraycopy(said, 0, picture, 1_500_000, said.length);
            taken(handler.attach(ORGAN, caseId, "identity", Map.of(sealedName("附件的文件名") + ".jpg", picture), Map.of()));
        }
        refused(handler.attach(
                ORGAN,
                caseId,
                "application",
                Map.of(gone("被拒绝的文件名") + ".html", ("<html>" + gone("被拒绝的文件的内容")).getBytes(UTF_8)),
                Map.of()));
        refused(handler.attach(ORGAN, caseId, gone("附件种类栏里的姓名"), Map.of("x.txt", "某".getBytes(UTF_8)), Map.of()));
        taken(handler.get(api("/requests/" + caseId + "/attachments/1/content")));
        taken(handler.postJson(
                api("/requests/" + caseId + "/attachments/1/withdrawal"), Map.of("reason", "误加" + sealed("撤回附件的理由"))));
    }

    private void corrections(String caseId) {
        String corrections = api("/requests/" + caseId + "/corrections");
        taken(handler.postJson(
                corrections,
                Map.of("fact", "applicant", "value", sealedName("更正后的申请人"), "reason", "抄错" + open("更正的理由"))));
        refused(handler.postJson(corrections, Map.of("fact", "receivedOn", "value", gone("更正日期栏里的姓名"), "reason", "某")));
        refused(handler.postJson(corrections, Map.of("fact", gone("更正的栏名"), "value", gone("更正的值"), "reason", "某")));
        refused(post(
                handler,
                page("/cases/" + caseId + "/edit"),
                fields(
                        "receivedOn",
                        gone("更正页面日期栏里的姓名"),
                        "channel",
                        "inPerson",
                        "applicant",
                        gone("没有登记的更正"),
                        "content",
                        marks.words("没有登记的更正内容", Fate.NOT_KEPT),
                        "reason",
                        "某")));
    }

    /** By the page, and out of a pasted mail. */
    private void onPaper(int person) {
        refused(post(admin, page("/requests/new?extract=1"), fields("mail", mail(Fate.NOT_KEPT))));
        Map<String, String> form = new LinkedHashMap<>();
        receipt(Fate.SEALED).forEach((field, value) -> form.put(field, value.toString()));
        form.put("registrationNumber", "页" + person);
        taken(post(admin, page("/requests/new"), form));
        taken(admin.postJson(
                api("/registers/requests"),
                Map.of(
                        "facts",
                        Map.of(
                                "registrationNumber",
                                "台" + person,
                                "receivedOn",
                                "2025-05-06",
                                "channel",
                                "网络",
                                "applicantKind",
                                "自然人",
                                "applicant",
                                sealedName("台账的申请人"),
                                "content",
                                sealed("台账的申请内容")),
                        "remarks",
                        Map.of("备注", sealed("台账的备注")))));
        taken(admin.postJson(
                api("/registers/remedies"),
                Map.of(
                        "facts",
                        Map.of("caseNumber", "复" + person, "procedure", "行政复议", "acceptedOn", "2025-06-03"),
                        "remarks",
                        Map.of("备注", sealedName("复议申请人") + "不服" + sealed("复议的备注")))));
    }

    private void searched(String caseId) {
        String search = page("/registers/requests/applicants");
        taken(post(admin, search, fields("applicant", gone("查找的姓名"))));
        taken(post(admin, search, fields("identityNumber", marks.identity("查找的证件号码", Fate.NOT_KEPT))));
        String known = admin.get(api("/cases/" + caseId))
                .json()
                .toString()
                .replaceAll("(?s).*\"applicant\":\"([^\"]*)\".*", "$1");
        taken(post(admin, search, fields("applicant", known.length() < 20 ? known : "某")));
        for (String path : List.of(
                api("/cases/" + caseId),
                api("/requests/" + caseId),
                page("/cases/" + caseId),
                page("/cases/" + caseId + "/edit"),
                page("/requests/" + caseId + "/receipt"),
                page("/requests/" + caseId + "/steps/askForCorrection"))) {
            taken(admin.get(path));
        }
    }

    /** Into addresses and headers, where nothing belongs. */
    private void astray(String caseId) {
        String name = encoded(gone("网址里的姓名"));
        String number = marks.identity("网址里的证件号码", Fate.NOT_KEPT);
        for (String path : List.of(
                "/" + name,
                "/api/v1/" + name,
                "/api/v1/organs/" + name,
                api("/cases/" + name),
                api("/requests/" + name + "/letters"),
                api("/registers/" + name),
                api("/registers/requests?text=" + name + "&number=" + number + "&sort=" + name + "&channel=" + name),
                api("/requests/" + caseId + "?asOf=" + name),
                api("/imports/" + name),
                api("/annual-reports/" + name + "/tables"),
                "/organs/" + name,
                page("/cases/" + name),
                page("/registers/requests?text=" + name + "&from=" + number + "&columns=" + name),
                page("/annual-reports/" + name),
                page("/requests/" + caseId + "/letters/drafts/" + name),
                page("/requests/new/deadline?receivedOn=" + name),
                "/assets/" + name + ".js",
                "/desk?q=" + name,
                "/actuator/" + name,
                "/actuator/metrics/" + name)) {
            answered(admin.get(path));
            answered(admin.anonymous(path));
        }
        answered(admin.call("PATCH", page("/cases/" + name), "", new byte[0]));
        answered(admin.postJson(
                api("/requests"),
                Map.of(),
                Map.of(
                        "Idempotency-Key", number,
                        "User-Agent", marks.identity("请求头里的证件号码", Fate.NOT_KEPT),
                        "X-Forwarded-For", marks.identity("请求头里的证件号码", Fate.NOT_KEPT),
                        "Accept-Language", marks.identity("请求头里的证件号码", Fate.NOT_KEPT))));
    }

    /** Names and passwords where the other belongs. */
    private void guessed() {
        String name = gone("登录用户名栏里的姓名");
        assertThat(admin.as(name, marks.password("试过的密码")).get("/api/v1/organs").status())
                .isEqualTo(401);
        assertThat(admin.as(marks.password("用户名栏里的密码"), "x")
                        .get("/api/v1/organs")
                        .status())
                .isEqualTo(401);
        answered(admin.as("marked.handler", Staff.PASSWORD)
                .putJson(
                        "/api/v1/password",
                        Map.of(
                                "old",
                                Staff.PASSWORD,
                                "fresh",
                                marks.password("太短的密码").substring(0, 11))));
    }

    private List<String> row(String number, Fate fate) {
        return List.of(
                number,
                "2025-04-01",
                "网络",
                "自然人",
                marks.name("导入的申请人", fate),
                marks.identity("导入的证件号码", fate),
                marks.phone("导入的联系方式", fate),
                "清河镇" + marks.words("导入的通信地址", fate),
                "公开" + marks.words("导入的申请内容", fate),
                "2025-04-10",
                "予以公开",
                "与" + marks.name("导入的备注里的姓名", fate) + "有关");
    }

    private static String csv(List<List<String>> rows) {
        return HEADER + rows.stream().map(r -> String.join(",", r)).collect(Collectors.joining("\n")) + "\n";
    }

    private static byte[] xlsx(List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("台账");
            List<List<String>> all =
                    new ArrayList<>(List.of(List.of(HEADER.strip().split(","))));
            all.addAll(rows);
            for (int r = 0; r < all.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < all.get(r).size(); c++) {
                    row.createCell(c).setCellValue(all.get(r).get(c));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> rows(String prefix, int people, Fate fate) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            rows.add(row(prefix + i, fate));
        }
        return rows;
    }

    /** Each cell once in the place of the next one. */
    private static List<List<String>> shifted(List<List<String>> rows) {
        return rows.stream()
                .map(r -> {
                    List<String> other = new ArrayList<>(r);
                    other.add(1, other.remove(4));
                    return other;
                })
                .toList();
    }

    /** Everybody in files: in all encodings, checked only, in the background, and with faults of every kind. */
    void files(int people) {
        String imports = api("/imports/requests");
        List<List<String>> good = rows("导甲", people, Fate.SEALED);
        taken(admin.post(imports + "?dryRun=true", "text/csv", csv(good).getBytes(UTF_8)));
        taken(admin.post(
                imports + "?fileName=" + encoded("2025年" + open("导入文件的文件名") + ".csv"),
                "text/csv",
                csv(good).getBytes(UTF_8)));
        taken(admin.post(
                imports, "text/csv", csv(rows("导乙", people, Fate.SEALED)).getBytes(Charset.forName("GB18030"))));
        taken(admin.post(imports, Service.XLSX, xlsx(rows("导丙", people, Fate.SEALED))));
        assertThat(admin.post(
                                imports,
                                Service.XLSX,
                                xlsx(rows("导丁", people, Fate.SEALED)),
                                Map.of("Prefer", "respond-async"))
                        .status())
                .isEqualTo(202);
        List<List<String>> changed = new ArrayList<>();
        for (List<String> row : good) {
            List<String> other = new ArrayList<>(row);
            other.set(4, sealedName("导入更正的申请人"));
            changed.add(other);
        }
        refused(admin.post(imports, "text/csv", csv(changed).getBytes(UTF_8)));
        taken(admin.post(
                imports + "?corrections=true&reason=" + encoded("核对" + open("更正的理由")),
                "text/csv",
                csv(changed).getBytes(UTF_8)));
        List<List<String>> wrong = shifted(rows("错甲", people, Fate.NOT_KEPT));
        refused(admin.post(imports, "text/csv", csv(wrong).getBytes(UTF_8)));
        refused(admin.post(imports + "?dryRun=true", "text/csv", csv(wrong).getBytes(UTF_8)));
        refused(admin.post(imports, Service.XLSX, xlsx(shifted(rows("错乙", people, Fate.NOT_KEPT)))));
        String data = csv(rows("错丙", people, Fate.NOT_KEPT));
        refused(admin.post(
                imports, "text/csv", data.substring(data.indexOf('\n') + 1).getBytes(UTF_8)));
        refused(admin.post(
                imports, "text/csv", ("登记编号,收到日期," + gone("表头里的姓名") + "\n甲,2025-03-03,某\n").getBytes(UTF_8)));
        refused(admin.post(imports, "text/csv", (data + "\"" + gone("没有写完的一格")).getBytes(UTF_8)));
        refused(admin.post(imports, Service.XLSX, data.getBytes(UTF_8)));
        byte[] workbook = xlsx(rows("错丁", people, Fate.NOT_KEPT));
        refused(admin.post(imports, Service.XLSX, java.util.Arrays.copyOf(workbook, workbook.length - 50)));
        refused(post(admin, page("/imports"), fields("register", gone("台账栏里的姓名"))));
        taken(admin.importCsv(
                ORGAN,
                "remedies",
                "案件编号,程序,受理日期,审结日期,结果,备注\n" + "诉甲,行政复议,2025-04-01,2025-05-20,维持," + sealedName("导入的复议备注里的姓名") + "\n"));
        Answer list = taken(admin.get(api("/imports")));
        list.json().forEach(job -> {
            String id = job.path("importId").asString();
            taken(admin.get(api("/imports/" + id)));
            taken(admin.get(page("/imports/" + id)));
            taken(admin.get(page("/imports/" + id + "/findings.csv")));
        });
    }

    /** Closed for years: kept back, packed for the archives and destroyed. */
    void end(int people) {
        StringBuilder old = new StringBuilder(HEADER);
        for (int i = 0; i < people; i++) {
            List<String> row = new ArrayList<>(row("旧" + i, Fate.SEALED));
            row.set(1, "2021-03-01");
            row.set(9, "2021-03-10");
            old.append(String.join(",", row)).append('\n');
        }
        taken(admin.importCsv(ORGAN, "requests", old.toString()));
        refused(post(admin, page("/retention/term"), fields("restricts", "after", "months", gone("月数栏里的姓名"))));
        taken(post(admin, page("/retention/term"), fields("restricts", "after", "months", "12")));
        refused(post(admin, page("/retention"), fields("schedule", "某表", "years", "1", "numbers", gone("销毁编号栏里的姓名"))));
        taken(post(
                admin,
                page("/retention"),
                fields("schedule", "保管期限表" + open("保管期限表和条款"), "years", "1", "numbers", "旧0\n旧1")));
        byte[] packed =
                taken(post(admin, page("/retention/1/package"), Map.of())).bytes();
        assertThat(packed).startsWith('P', 'K');
        Service security = admin.as("secadmin", Service.PASSWORD);
        String proposal = security.get("/destructions").text().replaceAll("(?s).*?/destructions/(\\d+).*", "$1");
        taken(post(security, "/destructions/" + proposal + "/approval", fields("understood", "true")));
    }
}
