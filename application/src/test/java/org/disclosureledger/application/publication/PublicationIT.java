package org.disclosureledger.application.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A town's list of what it publishes by itself, from the first entry to part 一 of its report. */
@RunningService
class PublicationIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    private Service service;

    @BeforeEach
    void start() {
        service = new Service(port);
    }

    private static String path(String organ) {
        return "/api/v1/organs/" + organ + "/publications";
    }

    private static Map<String, String> said(String... pairs) {
        Map<String, String> body = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put(pairs[i], pairs[i + 1]);
        }
        return body;
    }

    private static Map<String, String> information(String number, String contentClass, String madeOn) {
        return said(
                "publicationNumber", number, "title", "信息" + number, "contentClass", contentClass, "madeOn", madeOn);
    }

    /** Prepared, reviewed and published; gives back the identifier. */
    private String published(String organ, String number, String contentClass, String channel, String on) {
        String id = recorded(service.postJson(path(organ), information(number, contentClass, on)));
        recorded(service.postJson(
                path(organ) + "/" + id + "/review", said("reviewedOn", on, "reviewer", "王主任", "verdict", "可以公开")));
        recorded(service.postJson(path(organ) + "/" + id + "/publish", said("channel", channel, "publishedOn", on)));
        return id;
    }

    private static String recorded(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("publicationId").asString();
    }

    private static void rejected(Answer answer, String rule, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/ground").asString()).isNotBlank();
        assertThat(answer.json().at("/errors/0/reason").asString()).isNotBlank();
    }

    @Test
    void informationGoesFromTheListThroughItsReviewIntoTheReport() throws IOException {
        service.organ("pub-story", "桦林镇人民政府");
        String id = recorded(service.postJson(
                path("pub-story"),
                said(
                        "publicationNumber", "2025-001",
                        "title", "征收土地补偿标准",
                        "contentClass", "localMatters",
                        "emphasis", "有关农村的重要政策法规",
                        "madeOn", "2025年3月3日")));
        String item = path("pub-story") + "/" + id;

        rejected(
                service.postJson(item + "/publish", said("channel", "website", "publishedOn", "2025-03-06")),
                "NOT_REVIEWED",
                "publishedOn");
        recorded(service.postJson(
                item + "/review", said("reviewedOn", "2025-03-05", "reviewer", "王主任", "verdict", "publish")));
        Answer late = service.postJson(
                item + "/publish", said("channel", "政府网站", "publishedOn", "2025-04-08", "place", "首页"));
        assertThat(late.json().at("/warnings/0/rule").asString()).isEqualTo("PUBLISHED_LATE");
        assertThat(late.json().at("/warnings/0/reason").asString()).contains("2025年3月31日");
        assertThat(late.json().at("/ledger/last").asLong()).isEqualTo(ledger.head());
        recorded(service.postJson(item + "/publish", said("channel", "noticeBoard", "publishedOn", "2025-04-09")));
        recorded(service.postJson(item + "/update", said("updatedOn", "2025-06-02", "what", "标准调整")));
        recorded(service.postJson(
                item + "/withdraw", said("withdrawnOn", "2025-09-01", "channel", "公告栏", "reason", "公示期满")));
        recorded(service.postJson(
                item + "/corrections", said("fact", "publishedOn:2", "corrected", "2025-04-07", "reason", "录入错误")));

        JsonNode opened = service.get(item).json();
        assertThat(opened.at("/publication/stage").asString()).isEqualTo("published");
        assertThat(opened.at("/publication/firstPublishedOn").asString()).isEqualTo("2025-04-07");
        assertThat(opened.at("/publication/channels/0/channel").asString()).isEqualTo("website");
        assertThat(opened.at("/publication/channels/0/current").asBoolean()).isFalse();
        assertThat(opened.at("/publication/lastDay").asString()).isEqualTo("2025-06-30");
        assertThat(opened.at("/facts/publishedOn:2").asString()).isEqualTo("2025-04-07");
        assertThat(steps(opened)).isEqualTo("review publish:NOT_REVIEWED update withdraw");
        assertThat(opened.path("events").size()).isEqualTo(7);
        assertThat(opened.at("/events/6/type").asString()).isEqualTo("PublicationFactCorrected");
        assertThat(opened.at("/events/6/payload/recorded").asString()).isEqualTo("2025-04-08");

        String report = "/api/v1/organs/pub-story/annual-reports/2025/";
        String words =
                service.get(report + "sections").json().at("/overview/text").asString();
        assertThat(words)
                .contains("2025年，本机关主动公开政府信息1件。在公开内容上，城乡建设、征收和农业农村等事项1件；"
                        + "在公开形式上，通过政府网站1件，公告栏1件（同一信息通过几种形式公开的，分别计入）。"
                        + "突出重点公开内容：有关农村的重要政策法规1件。对已公开的内容更新1次。撤回已公开的信息1件。【请补充：重点领域公开情况】");
        assertThat(service.get(report + "report.html").text()).contains("本机关主动公开政府信息1件");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(
                        service.get(report + "report.docx").bytes()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("本机关主动公开政府信息1件");
        }
    }

    private static String steps(JsonNode opened) {
        return opened.path("steps")
                .valueStream()
                .map(s -> s.path("step").asString()
                        + (s.path("possible").asBoolean()
                                ? ""
                                : ":" + s.path("rule").asString()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void whatCannotBeReadAndWhatIsMissingIsSaidTogether() {
        service.organ("pub-faults", "桦林镇人民政府");
        Answer answer = service.postJson(
                path("pub-faults"), said("publicationNumber", "1", "contentClass", "天气", "madeOn", "2025-02-30"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString() + " "
                                + e.path("rule").asString())
                        .toList())
                .containsExactlyInAnyOrder("contentClass UNKNOWN_CODE", "madeOn IMPOSSIBLE_DATE", "title REQUIRED");
        rejected(service.postJson(path("pub-faults"), said("title", "无编号")), "REQUIRED", "publicationNumber");
        rejected(
                service.postJson(path("pub-faults"), information("1", "plans", "2999-01-01")),
                "DATE_OUT_OF_RANGE",
                "madeOn");
        rejected(
                service.postJson(path("pub-faults"), information("1", "plans", "2199-01-01")), "FUTURE_DATE", "madeOn");
        assertThat(service.postJson(path("pub-faults") + "/nothing/review", said())
                        .status())
                .isEqualTo(404);
        assertThat(service.get(path("pub-faults") + "/nothing").status()).isEqualTo(404);
        assertThat(service.get(path("pub-faults") + "?stage=lost").status()).isEqualTo(400);
        assertThat(service.postJson(path("nowhere"), information("1", "plans", "2025-01-06"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void numberIsUsedOnceAndARetryGetsTheFirstAnswer() {
        service.organ("pub-again", "桦林镇人民政府");
        Map<String, String> key = Map.of("Idempotency-Key", "pub-again-1");
        Answer first = service.postJson(path("pub-again"), information("1", "plans", "2025-01-06"), key);
        long head = ledger.head();
        Answer again = service.postJson(path("pub-again"), information("1", "plans", "2025-01-06"), key);
        Answer withoutKey = service.postJson(path("pub-again"), information("1", "plans", "2025-01-06"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(withoutKey.status()).isEqualTo(200);
        assertThat(ledger.head()).isEqualTo(head);
        rejected(
                service.postJson(path("pub-again"), information("1", "budgets", "2025-01-06")),
                "NUMBER_TAKEN",
                "publicationNumber");
    }

    @Test
    void listIsFilteredCountedAndExported() {
        service.organ("pub-list", "桦林镇人民政府");
        String budget = published("pub-list", "=1+1", "budgets", "website", "2025-01-06");
        recorded(service.postJson(
                path("pub-list") + "/" + budget + "/publish", said("channel", "press", "publishedOn", "2025-01-07")));
        published("pub-list", "2", "budgets", "website", "2024-05-06");
        published("pub-list", "3", "livelihood", "account", "2025-02-10");
        recorded(service.postJson(path("pub-list"), information("4", "plans", "2025-02-11")));

        assertThat(listed("")).isEqualTo("4 3 2 =1+1");
        assertThat(listed("?year=2025")).isEqualTo("4 3 =1+1");
        assertThat(listed("?year=2025&contentClass=budgets")).isEqualTo("=1+1");
        assertThat(listed("?channel=website")).isEqualTo("2 =1+1");
        assertThat(listed("?stage=prepared")).isEqualTo("4");
        assertThat(listed("?text=" + URLEncoder.encode("信息3", StandardCharsets.UTF_8)))
                .isEqualTo("3");
        assertThat(listed("?offset=3")).isEqualTo("=1+1");

        JsonNode counts = service.get("/api/v1/organs/pub-list/annual-reports/2025/publications")
                .json();
        assertThat(counts.at("/published/count").asInt()).isEqualTo(2);
        assertThat(figures(counts.path("byContent"), "contentClass"))
                .containsExactly("budgets 1 =1+1", "livelihood 1 3");
        assertThat(figures(counts.path("byChannel"), "channel"))
                .containsExactly("website 1 =1+1", "account 1 3", "press 1 =1+1");
        assertThat(figures(counts.at("/byContent/0/channels"), "channel"))
                .containsExactly("website 1 =1+1", "press 1 =1+1");
        assertThat(counts.path("unprocessed").asInt()).isZero();

        Answer csv = service.get(path("pub-list") + "/export?year=2025&stage=published");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.text().lines().toList()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("\uFEFF编号,信息名称,公开内容");
            assertThat(lines.get(1))
                    .startsWith("'=1+1,信息=1+1,财政预算决算,《政府信息公开条例》第二十条第（七）项,,2025-01-06,已公开,2025-01-06,王主任,可以公开,"
                            + "2025-01-06,政府网站（2025-01-06）、报刊（2025-01-07）,0");
        });
    }

    private String listed(String query) {
        JsonNode list = service.get(path("pub-list") + query).json();
        return list.path("publications")
                .valueStream()
                .map(p -> p.path("publicationNumber").asString())
                .collect(Collectors.joining(" "));
    }

    private static List<String> figures(JsonNode figures, String name) {
        return figures.valueStream()
                .map(f ->
                        f.path(name).asString() + " " + f.at("/published/count").asInt() + " "
                                + f.at("/published/cases")
                                        .valueStream()
                                        .map(c -> c.path("publicationNumber").asString())
                                        .collect(Collectors.joining("、")))
                .toList();
    }

    /** What was known at a moment stays what it was. */
    @Test
    void figuresCanBeAskedForAsOfAMoment() throws Exception {
        service.organ("pub-asof", "桦林镇人民政府");
        String id = published("pub-asof", "1", "budgets", "website", "2025-01-06");
        String then = ledger.after(ledger.head() - 1, 1).get(0).recordedAt().toString();
        recorded(service.postJson(
                path("pub-asof") + "/" + id + "/corrections",
                said("fact", "contentClass", "corrected", "行政事业性收费", "reason", "选错")));

        String counts = "/api/v1/organs/pub-asof/annual-reports/2025/publications";
        assertThat(figures(service.get(counts).json().path("byContent"), "contentClass"))
                .containsExactly("charges 1 1");
        assertThat(figures(service.get(counts + "?asOf=" + then).json().path("byContent"), "contentClass"))
                .containsExactly("budgets 1 1");
    }
}
