package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every page there is, filled with an office's work, at the width of a desk and of a telephone, and zoomed to 200 %. */
@RunningService
class EveryPageIT {

    private static final String ORGAN = "every-page";

    /** Answered by another page, or as a part of one. */
    private static final Set<String> NO_PAGES = Set.of(
            // Of the administrators: PeoplePagesIT.
            "/people",
            "/people/new",
            "/people/{login}",
            "/organs/{code}/requests/{caseId}",
            "/organs/{code}/requests/new/deadline",
            "/organs/{code}/registers",
            "/organs/{code}/annual-reports",
            "/organs/{code}/consolidated-reports",
            "/organs/{code}/imports/{importId}/progress",
            "/ledger/rebuild/{rebuildId}/progress",
            "/ledger/verify/{verificationId}/progress");

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Browser browser;
    private Service service;

    @BeforeEach
    void signIn() throws IOException {
        service = new Service(port);
        browser = Browser.open(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private JsonNode done(String path, Map<String, ?> body) {
        Answer answer = service.postJson("/api/v1" + path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 202);
        return answer.bytes().length == 0 ? service.get("/api/v1" + path).json().get(0) : answer.json();
    }

    private void imported(String register, String csv) {
        Answer answer = service.importCsv(ORGAN, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** An address for each page; where a page looks different for different things, the first of them. */
    private Map<String, String> addresses() {
        service.organ(ORGAN, "清河镇人民政府");
        imported("requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果
                R1,2024-03-01,当面,自然人,张某,某事,2024-03-10,予以公开
                R2,2024-05-04,邮寄,商业企业,某公司,某事,,
                """);
        imported("tallies", "年度,事项,数量\n2024,行政许可,1\n2024,行政处罚,2\n2024,行政强制,0\n2024,行政事业性收费,0.50\n");
        for (String section : List.of("overview", "problems", "otherMatters")) {
            service.put(
                    "/api/v1/organs/" + ORGAN + "/annual-reports/2024/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
        done("/organs/" + ORGAN + "/annual-reports/2024/versions", Map.of("publishedOn", "2025-01-20"));
        String request = service.get("/api/v1/organs/" + ORGAN + "/registers/requests?number=R2")
                .json()
                .at("/cases/0/case")
                .asString();
        String publication = done(
                        "/organs/" + ORGAN + "/publications",
                        Map.of(
                                "publicationNumber", "P1",
                                "title", "征收土地补偿标准",
                                "contentClass", "localMatters",
                                "madeOn", "2024-03-04"))
                .path("publicationId")
                .asString();
        done(
                "/organs/" + ORGAN + "/requests/" + request + "/letters/receipt",
                Map.of("on", "2024-05-06", "letterNumber", "回1", "values", Map.of()));
        String letter = service.get("/api/v1/organs/" + ORGAN + "/requests/" + request + "/letters")
                .json()
                .at("/issued/0/number")
                .asString();
        service.attach(
                ORGAN, request, "application", Map.of("申请书.txt", "请公开某某事".getBytes(StandardCharsets.UTF_8)), Map.of());
        assertThat(service.call(
                                "POST",
                                "/organs/" + ORGAN + "/retention",
                                "application/x-www-form-urlencoded",
                                "schedule=A&years=1".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(302);
        String proposal = service.get("/destructions").text().replaceAll("(?s).*?/destructions/(\\d+).*", "$1");
        String imports = service.get("/api/v1/organs/" + ORGAN + "/imports")
                .json()
                .at("/0/importId")
                .asString();
        String rebuild = done("/ledger/rebuilds", Map.of("organ", ORGAN))
                .path("rebuildId")
                .asString();
        ended("/api/v1/ledger/rebuilds/" + rebuild, "state");
        String verification =
                done("/ledger/verifications", Map.of()).path("verificationId").asString();
        ended("/api/v1/ledger/verifications/" + verification, "status");
        String organ = "/organs/" + ORGAN;
        String report = organ + "/annual-reports/2024";
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("/", "/");
        addresses.put("/organs", "/organs");
        addresses.put("/organs/new", "/organs/new");
        addresses.put("/organs/{code}", organ);
        addresses.put("/organs/{code}/calendar", organ + "/calendar");
        addresses.put("/organs/{code}/cases/{caseId}", organ + "/cases/" + request);
        addresses.put("/organs/{code}/cases/{caseId}/edit", organ + "/cases/" + request + "/edit");
        addresses.put(
                "/organs/{code}/requests/{caseId}/letters/drafts/{kind}",
                organ + "/requests/" + request + "/letters/drafts/receipt");
        addresses.put(
                "/organs/{code}/requests/{caseId}/letters/{number}/delivery",
                organ + "/requests/" + request + "/letters/" + letter + "/delivery");
        addresses.put(
                "/organs/{code}/requests/{caseId}/attachments/{number}/withdrawal",
                organ + "/requests/" + request + "/attachments/1/withdrawal");
        addresses.put(
                "/organs/{code}/requests/{caseId}/steps/{step}", organ + "/requests/" + request + "/steps/decide");
        addresses.put("/organs/{code}/requests/{caseId}/decision", organ + "/requests/" + request + "/decision?a=aaa");
        addresses.put(
                "/organs/{code}/requests/{caseId}/decision/check",
                organ + "/requests/" + request + "/decision/check?a=aaab");
        addresses.put("/organs/{code}/approvals", organ + "/approvals");
        addresses.put("/organs/{code}/counting-rules", organ + "/counting-rules");
        addresses.put("/organs/{code}/retention", organ + "/retention");
        addresses.put("/destructions", "/destructions");
        addresses.put("/destructions/{proposal}", "/destructions/" + proposal);
        addresses.put("/organs/{code}/requests", organ + "/requests");
        addresses.put("/organs/{code}/requests/calendar", organ + "/requests/calendar?month=2024-05");
        addresses.put("/organs/{code}/requests/new", organ + "/requests/new");
        addresses.put("/organs/{code}/requests/{caseId}/receipt", organ + "/requests/" + request + "/receipt");
        addresses.put("/organs/{code}/registers/{register}", organ + "/registers/requests");
        addresses.put("/organs/{code}/registers/requests/applicants", organ + "/registers/requests/applicants");
        addresses.put("/organs/{code}/registers/{register}/new", organ + "/registers/requests/new");
        addresses.put("/organs/{code}/imports", organ + "/imports");
        addresses.put("/organs/{code}/imports/{importId}", organ + "/imports/" + imports);
        addresses.put("/organs/{code}/letter-templates", organ + "/letter-templates");
        addresses.put("/organs/{code}/publications", organ + "/publications");
        addresses.put("/organs/{code}/publications/new", organ + "/publications/new");
        addresses.put("/organs/{code}/publications/{publicationId}", organ + "/publications/" + publication);
        addresses.put("/organs/{code}/annual-reports/{year}", report);
        addresses.put("/organs/{code}/annual-reports/{year}/charts", report + "/charts");
        addresses.put("/organs/{code}/annual-reports/{year}/preview", report + "/preview?charts=true");
        addresses.put("/organs/{code}/annual-reports/{year}/years", report + "/years");
        addresses.put(
                "/organs/{code}/annual-reports/{year}/comparison", report + "/comparison?before=2025-01-01T00:00");
        addresses.put(
                "/organs/{code}/annual-reports/{year}/cells/{table}/{row}/{column}",
                report + "/cells/requests/newReceived/total");
        addresses.put("/organs/{code}/annual-reports/{year}/sections/{section}", report + "/sections/overview");
        addresses.put("/organs/{code}/annual-reports/{year}/trail", report + "/trail");
        addresses.put("/organs/{code}/annual-reports/{year}/publication", report + "/publication");
        addresses.put(
                "/organs/{code}/annual-reports/{year}/versions/{version}/differences",
                report + "/versions/1/differences");
        service.organ(ORGAN + "-bureau", "清河镇财政所");
        done("/organ-tree/placements", Map.of("organ", ORGAN + "-bureau", "superior", ORGAN, "from", "2020-01-01"));
        String consolidated = organ + "/consolidated-reports/2024";
        addresses.put("/organ-tree", "/organ-tree?organ=" + ORGAN + "-bureau");
        addresses.put("/organs/{code}/consolidated-reports/{year}", consolidated);
        addresses.put(
                "/organs/{code}/consolidated-reports/{year}/cells/{table}/{row}/{column}",
                consolidated + "/cells/requests/newReceived/total");
        addresses.put("/organs/{code}/consolidated-reports/{year}/publication", consolidated + "/publication");
        addresses.put(
                "/organs/{code}/consolidated-reports/{year}/external-tables/{member}",
                consolidated + "/external-tables/" + ORGAN + "-bureau");
        addresses.put("/desk", "/desk");
        addresses.put("/work", "/work");
        addresses.put("/password", "/password");
        addresses.put("/ledger/audit", "/ledger/audit");
        addresses.put("/ledger/parked", "/ledger/parked");
        addresses.put("/ledger/readings", "/ledger/readings");
        addresses.put("/ledger/rebuild", "/ledger/rebuild");
        addresses.put("/ledger/rebuild/{rebuildId}", "/ledger/rebuild/" + rebuild);
        addresses.put("/ledger/verify", "/ledger/verify");
        addresses.put("/ledger/verify/{verificationId}", "/ledger/verify/" + verification);
        return addresses;
    }

    private void ended(String job, String state) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !service.get(job).json().path(state).asString().equals("RUNNING"));
    }

    /** Pages of the product by the pattern of their address. */
    private Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (isPage(mapping, method)) {
                pages.addAll(mapping.getPatternValues());
            }
        });
        pages.removeAll(NO_PAGES);
        return pages;
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.disclosureledger.application.web.")
                && method.getReturnType().getParameterType() == String.class
                && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    @Test
    void everyPageIsWithoutBarriersAtEveryWidth() {
        browser.visit("/login").photograph("page-login").zoom("page-login");
        browser.signIn(Service.PASSWORD);
        Map<String, String> addresses = addresses();
        Set<String> pages = pages();
        pages.remove("/login");
        assertThat(addresses.keySet()).containsExactlyInAnyOrderElementsOf(pages);

        SoftAssertions.assertSoftly(softly -> addresses.forEach((pattern, address) -> {
            browser.visit(address);
            softly.assertThat(browser.heading()).as(address).isNotBlank();
            String name = "page" + pattern.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "");
            softly.check(() -> browser.photograph(name));
            softly.check(() -> browser.zoom(name));
        }));
    }

    @Test
    void whatIsCutOffIsFound() {
        browser.visit("/login");
        assertThat(browser.cutOff()).isEmpty();
        browser.script("document.querySelector('h1').innerHTML ="
                + " '<div class=\"cut\">' + '政府信息公开'.repeat(30) + '</div><div class=\"out\">外</div>';"
                + "Object.assign(document.querySelector('.cut').style, {overflow: 'hidden', whiteSpace: 'nowrap', width: '9rem'});"
                + "Object.assign(document.querySelector('.out').style, {marginLeft: '200rem'});");

        assertThat(browser.cutOff())
                .anyMatch(line -> line.startsWith("cut off: div.cut"))
                .anyMatch(line -> line.startsWith("outside: div.out"));
        assertThatThrownBy(() -> browser.zoom("page-cut-off"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("too wide");
    }

    @Test
    void barrierIsFound() {
        browser.visit("/login");
        browser.script("document.querySelector('label').remove(); document.documentElement.removeAttribute('lang');");

        assertThat(browser.barriers())
                .anyMatch(line -> line.startsWith("label "))
                .anyMatch(line -> line.startsWith("html-has-lang "));
        assertThat(Objects.requireNonNull(browser.text())).isNotBlank();
    }
}
