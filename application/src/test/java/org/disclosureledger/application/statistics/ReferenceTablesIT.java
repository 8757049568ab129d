package org.disclosureledger.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The reference over HTTP: as of an instant, by the organ's choices, and with the cells that the kept tables have otherwise. */
@RunningService
class ReferenceTablesIT {

    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate template;

    private static String path(String organ, String query) {
        return "/api/v1/organs/" + organ + "/annual-reports/2024/tables" + query;
    }

    @Test
    void referenceOfThePastCountsWhatWasKnownThen() {
        Service service = new Service(port);
        service.organ("reference-past", "清河镇人民政府");
        service.importCsv("reference-past", "requests", HEADER + "R1,2023-12-05,当面,自然人,张某,某事,,\n");
        service.importCsv("reference-past", "tallies", "年度,事项,数量\n2024,行政事业性收费,12.50\n");
        String then = Instant.now().toString();
        service.importCsv("reference-past", "requests", HEADER + "R1,2023-12-05,当面,自然人,张某,某事,2024-01-04,予以公开\n");

        JsonNode past =
                service.get(path("reference-past", "/reference?asOf=" + then)).json();
        Answer now = service.get(path("reference-past", "/reference"));

        JsonNode live = service.get(path("reference-past", "?asOf=" + then)).json();
        for (String part : new String[] {"organ", "asOf", "readUpTo", "requests", "proactive", "litigation"}) {
            assertThat(past.path(part)).as(part).isEqualTo(live.path(part));
        }
        assertThat(past.at("/requests/rows/carriedOut/0").asInt()).isEqualTo(1);
        assertThat(past.at("/proactive/fees").asString()).isEqualTo("12.50");
        assertThat(past.path("differences").isEmpty()).isTrue();
        assertThat(now.json().at("/requests/rows/granted/0").asInt()).isEqualTo(1);
        assertThat(now.json().at("/requests/rows/carriedOut/0").asInt()).isZero();
        assertThat(service.get(path("reference-past", "/reference")).text()).isEqualTo(now.text());
    }

    @Test
    void cellThatTheKeptTableHasOtherwiseIsNamed() {
        Service service = new Service(port);
        service.organ("reference-wrong", "清河镇人民政府");
        service.importCsv("reference-wrong", "requests", HEADER + "R1,2024-03-05,当面,自然人,张某,某事,,\n");
        service.importCsv("reference-wrong", "tallies", "年度,事项,数量\n2024,行政许可,7\n");
        change("request.received", "breakdown = 'otherOrganization'");
        change("tally.licences", "organ = 'nobody'");

        JsonNode differences =
                service.get(path("reference-wrong", "/reference")).json().path("differences");
        template.update("update annual_entry set organ = 'reference-wrong' where organ = 'nobody'");
        change("request.received", "breakdown = 'naturalPerson'");

        assertThat(differences.values())
                .extracting(d -> d.path("cell").asString() + " "
                        + d.path("live").asString("blank") + " "
                        + d.path("reference").asString("blank"))
                .containsExactlyInAnyOrder(
                        "requests/newReceived/naturalPerson 0 1",
                        "requests/newReceived/otherOrganization 1 0",
                        "proactive/licences/count blank 7");
        assertThat(differences.values())
                .allSatisfy(d -> assertThat(d.path("label").asString()).containsPattern("本年新收|行政许可"));
        assertThat(service.get(path("reference-wrong", "/reference"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
    }

    private void change(String measure, String how) {
        assertThat(template.update(
                        "update annual_entry set " + how + " where organ = 'reference-wrong' and measure = ?", measure))
                .isOne();
    }

    @Test
    void strangersAndYearsWithoutAFormAreRefused() {
        Service service = new Service(port);
        service.organ("reference-refused", "清河镇人民政府");

        assertThat(service.get(path("no-such-organ", "/reference")).status()).isEqualTo(404);
        assertThat(service.get("/api/v1/organs/reference-refused/annual-reports/2019/tables/reference")
                        .status())
                .isEqualTo(404);
        assertThat(service.anonymous(path("reference-refused", "/reference")).status())
                .isEqualTo(401);
    }
}
