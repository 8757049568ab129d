package org.disclosureledger.application.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.domain.access.AccessEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The same register again, a grown one, a corrected one, one that the service exported itself. */
@RunningService
class RegisterRoundTripIT {

    private static final String HEADER =
            "登记编号,收到日期,申请渠道,申请人类型,申请人,证件号码,联系方式,通信地址,申请内容,补正告知日期,补正日期,延期告知日期,征求意见日期,意见反馈日期,收费通知日期,缴费日期,答复日期,答复文号,处理结果,送达日期,备注,承办科室\n";
    private static final String OPEN = "R1,2024/3/5,当面,自然人,张某,410300199001010011,13800000000,某路1号,某事,,,,,,,,,,,,,党政办\n";
    private static final String ANSWERED =
            "R1,2024年3月5日,当面,自然人,张某,410300199001010011,13800000000,某路1号,某事,2024-03-08,2024-03-11,,,,,,2024-03-20,公开答〔2024〕1号,予以公开,2024-03-21,=HYPERLINK(\"x\"),党政办\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    private Service service;

    @BeforeEach
    void start() {
        service = new Service(port);
    }

    private JsonNode imported(String organ, String register, String csv) {
        Answer answer = service.importCsv(organ, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void sameFileTwiceChangesNothing() {
        service.organ("same", "清河镇人民政府");
        JsonNode first = imported("same", "requests", HEADER + ANSWERED);
        long head = ledger.head();
        JsonNode second = imported("same", "requests", HEADER + ANSWERED);

        assertThat(first.path("cases").asInt()).isEqualTo(1);
        assertThat(first.path("events").asInt()).isEqualTo(7);
        assertThat(second.path("cases").asInt()).isZero();
        assertThat(second.path("events").asInt()).isZero();
        assertThat(second.path("unchanged").asInt()).isEqualTo(1);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void grownFileAddsOnlyWhatIsNewAndSaysWhereItCameFrom() {
        service.organ("grown", "清河镇人民政府");
        imported("grown", "requests", HEADER + OPEN);
        JsonNode grown = imported("grown", "requests", HEADER + OPEN.replace("R1,", "R0,") + ANSWERED);

        assertThat(grown.path("cases").asInt()).isEqualTo(1);
        StoredEvent last = ledger.after(ledger.head() - 1, 1).get(0);
        assertThat(last.metadata())
                .containsEntry("file", "申请台账.csv")
                .containsEntry("row", "3")
                .containsEntry("by", "admin")
                .containsEntry("sha256", grown.path("sha256").asString());
        assertThat(service.tables("grown", 2024).at("/requests/rows/granted/0").asInt())
                .isEqualTo(1);
        assertThat(service.tables("grown", 2024)
                        .at("/requests/rows/carriedOut/0")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void contradictionIsFaultyUnlessItIsACorrection() {
        service.organ("corrected", "清河镇人民政府");
        imported("corrected", "requests", HEADER + ANSWERED);
        String other = HEADER + ANSWERED.replace("予以公开", "不予公开/属于国家秘密");

        assertThat(service.importCsv("corrected", "requests", other).status()).isEqualTo(422);
        Answer corrected = service.post(
                "/api/v1/organs/corrected/imports/requests?corrections=true&reason=%E5%BD%95%E5%85%A5%E9%94%99%E8%AF%AF",
                "text/csv", other.getBytes(StandardCharsets.UTF_8));

        assertThat(corrected.json().path("events").asInt()).isEqualTo(1);
        assertThat(service.tables("corrected", 2024)
                        .at("/requests/rows/refused.stateSecret/6")
                        .asInt())
                .isEqualTo(1);
        String caseId = service.get("/api/v1/organs/corrected/registers/requests")
                .json()
                .at("/cases/0/case")
                .asString();
        JsonNode events =
                service.get("/api/v1/organs/corrected/cases/" + caseId).json().path("events");
        JsonNode payload = events.path(events.size() - 1).path("payload");
        assertThat(payload.path("recorded").asString()).isEqualTo("granted");
        assertThat(payload.path("corrected").asString()).isEqualTo("refused.stateSecret");
        assertThat(payload.path("reason").asString()).isEqualTo("录入错误");
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void exportedRegistersComeInAgainWithoutAnyChangeAndFillAnotherOrgan(String format, String type) {
        String organ = "export-" + format;
        String copy = "copy-" + format;
        service.organ(organ, "清河镇人民政府");
        service.organ(copy, "清河镇人民政府");
        imported(organ, "requests", HEADER + ANSWERED + OPEN.replace("R1,", "R2,"));
        imported(
                organ,
                "remedies",
                "案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果,承办人\nC1,行政诉讼,否,R1,2024-05-06,,,李某\nC2,行政复议,,,2024-05-06,2024-06-06,维持,\n");
        imported(
                organ,
                "documents",
                "类别,文号,标题,制发日期,废止日期,备注\n行政规范性文件,镇政发〔2024〕1号,通知,2024-01-08,,\n行政规范性文件,镇政发〔2020〕1号,通知,2020-01-08,2024-02-01,失效\n");
        imported(organ, "tallies", "年度,事项,数量\n2024,行政许可,0\n2024,行政事业性收费,1.2500\n");
        long head = ledger.head();
        for (String register : new String[] {"requests", "remedies", "documents", "tallies"}) {
            byte[] file = service.get("/api/v1/organs/" + organ + "/registers/" + register + "/export?format=" + format)
                    .bytes();
            Answer again = service.post("/api/v1/organs/" + organ + "/imports/" + register, type, file);
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.json().path("events").asInt()).as(register).isZero();
        }
        assertThat(ledger.after(head, 100)).hasSize(4).allMatch(e -> e.event() instanceof AccessEvent.DataExported);
        for (String register : new String[] {"requests", "remedies", "documents", "tallies"}) {
            byte[] file = service.get("/api/v1/organs/" + organ + "/registers/" + register + "/export?format=" + format)
                    .bytes();
            assertThat(service.post("/api/v1/organs/" + copy + "/imports/" + register, type, file)
                            .status())
                    .isEqualTo(200);
            assertThat(service.get("/api/v1/organs/" + copy + "/registers/" + register + "/export?format=csv")
                            .text())
                    .isEqualTo(service.get("/api/v1/organs/" + organ + "/registers/" + register + "/export?format=csv")
                            .text());
        }
        JsonNode tables = service.tables(copy, 2024);
        assertThat(tables.path("requests"))
                .isEqualTo(service.tables(organ, 2024).path("requests"));
        assertThat(tables.path("proactive").path("fees").asString()).isEqualTo("1.2500");
    }

    @Test
    void typedEntriesAndFilesMeetInTheSameCases() {
        service.organ("typed", "清河镇人民政府");
        Answer typed = service.postJson(
                "/api/v1/organs/typed/registers/requests",
                Map.of(
                        "facts",
                        Map.of(
                                "registrationNumber", "R1",
                                "receivedOn", "2024-03-05",
                                "channel", "当面",
                                "applicantKind", "naturalPerson",
                                "applicant", "张某",
                                "content", "某事")));
        assertThat(typed.status()).isEqualTo(201);

        JsonNode imported = imported("typed", "requests", HEADER + ANSWERED);

        assertThat(imported.path("cases").asInt()).isZero();
        assertThat(imported.path("events").asInt()).isPositive();
        assertThat(service.tables("typed", 2024)
                        .at("/requests/rows/newReceived/6")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void tallyOfALaterImportTakesThePlaceOfTheEarlier() {
        service.organ("tally", "清河镇人民政府");
        imported("tally", "tallies", "年度,事项,数量\n2024,行政处罚,20\n");
        imported("tally", "tallies", "年度,事项,数量\n2024,行政处罚,17\n");

        assertThat(service.tables("tally", 2024).at("/proactive/penalties").asInt())
                .isEqualTo(17);
        assertThat(service.tables("tally", 2024).at("/proactive/licences").isNull())
                .isTrue();
        assertThat(service.importCsv("tally", "tallies", "年度,事项,数量\n2024,行政处罚,1\n2024,行政处罚,2\n")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void personalDataLiesNowhereInTheLedgerInClear() {
        service.organ("sealed", "清河镇人民政府");
        long before = ledger.head();
        imported("sealed", "requests", HEADER + ANSWERED.replace("张某", "欧阳特别的名字"));

        for (StoredEvent event : ledger.after(before, 100)) {
            String stored = event.toString() + event.metadata();
            assertThat(stored)
                    .doesNotContain("欧阳特别的名字")
                    .doesNotContain("410300199001010011")
                    .doesNotContain("13800000000")
                    .doesNotContain("某路1号")
                    .doesNotContain("HYPERLINK");
        }
        String caseId = service.get("/api/v1/organs/sealed/registers/requests")
                .json()
                .at("/cases/0/case")
                .asString();
        JsonNode opened = service.get("/api/v1/organs/sealed/cases/" + caseId).json();
        assertThat(opened.at("/facts/applicant").asString()).isEqualTo("欧阳特别的名字");
        assertThat(opened.at("/remarks/备注").asString()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(service.get("/api/v1/organs/sealed/registers/requests").text())
                .doesNotContain("欧阳特别的名字");
    }
}
