package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Intrusion.Theirs;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Somebody with every business role in one organ tries to learn or change anything of another: through each address, with
 * the other's code, with the other's identifiers under his own code, in parameters, bodies and files.
 */
@RunningService
class IsolationIT {

    private static final String MINE = "isolation-mine";
    private static final String MARK = Intrusion.MARK;

    @LocalServerPort
    int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void nothingOfAnotherOrganIsLearnedOrChanged() {
        Service admin = new Service(port);
        admin.organ(MINE, "己方镇人民政府");
        Theirs theirs = Intrusion.work(admin, "isolation-theirs");
        Service intruder = new Staff(admin)
                .hire(
                        MINE,
                        "isolation.intruder",
                        Role.CLERK,
                        Role.HANDLER,
                        Role.APPROVER,
                        Role.STATISTICIAN,
                        Role.AUDITOR);
        String before = Intrusion.theirRecord(admin, theirs);
        String mineBefore = intruder.tables(MINE, 2024).path("tables").toString();

        Intrusion intrusion = new Intrusion(requestMappingHandlerMapping);
        Set<String> leaks = intrusion.leaks(
                intruder, theirs, List.of(theirs.organ(), MINE), Set.of("GET", "POST", "PUT", "DELETE"));

        assertThat(leaks).isEmpty();
        assertThat(Intrusion.theirRecord(admin, theirs)).isEqualTo(before);
        assertThat(intruder.tables(MINE, 2024).path("tables").toString())
                .isNotNull()
                .hasSameSizeAs(mineBefore);
        System.out.printf("isolation: %d tries across organs, %d leaks%n", intrusion.tries(), leaks.size());
        assertThat(intrusion.tries()).isGreaterThan(2_000);
    }

    /** The same tries of somebody whom nothing keeps out must be noticed, or the test above proves nothing. */
    @Test
    void whatIsNotKeptOutIsNoticed() {
        Service admin = new Service(port);
        Theirs theirs = Intrusion.work(admin, "isolation-open");
        assertThat(new Intrusion(requestMappingHandlerMapping)
                        .leaks(admin, theirs, List.of(theirs.organ()), Set.of("GET")))
                .hasSizeGreaterThan(50);
    }

    /** A file can name another organ's request by its number; it is taken for a number that is in no register. */
    @Test
    void fileThatNamesAnothersRequestLinksToNothing() {
        Service admin = new Service(port);
        String organ = "isolation-file";
        admin.organ(organ, "外联镇人民政府");
        Theirs theirs = Intrusion.work(admin, "isolation-named");
        Service intruder = new Staff(admin).hire(organ, "isolation.file", Role.HANDLER, Role.STATISTICIAN);
        String number = MARK + "-1";
        assertThat(intruder.importCsv(organ, "remedies", "案件编号,程序,登记编号,受理日期\n侵入-1,行政复议," + number + ",2024-04-01\n")
                        .status())
                .isEqualTo(200);
        String id = intruder.get("/api/v1/organs/" + organ + "/registers/remedies")
                .json()
                .at("/cases/0/case")
                .asString();
        for (String path : List.of(
                "/api/v1/organs/" + organ + "/cases/" + id,
                "/api/v1/organs/" + organ + "/remedies/" + id,
                "/organs/" + organ + "/cases/" + id,
                "/organs/" + organ + "/registers/remedies")) {
            Answer answer = intruder.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text().replace(number, ""))
                    .as(path)
                    .contains("侵入-1")
                    .doesNotContain(theirs.variables().get("caseId"), MARK);
        }
    }

    /** Who may see cases but not applicants sees no name, on no page and in no file. */
    @Test
    void statisticsNeedNoNames() {
        Service admin = new Service(port);
        String organ = "isolation-names";
        admin.organ(organ, "隐名镇人民政府");
        assertThat(admin.importCsv(organ, "requests", """
                        登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果,备注
                        N-1,2024-03-01,当面,自然人,欧阳不公开,要看某某的档案,2024-03-10,予以公开,欧阳的备注
                        """).status()).isEqualTo(200);
        Staff staff = new Staff(admin);
        Service statistician = staff.hire(organ, "isolation.statistics", Role.STATISTICIAN);
        Service handler = staff.hire(organ, "isolation.handler", Role.HANDLER);
        String id = admin.get("/api/v1/organs/" + organ + "/registers/requests")
                .json()
                .at("/cases/0/case")
                .asString();
        List<String> paths = List.of(
                "/organs/" + organ + "/cases/" + id,
                "/organs/" + organ + "/registers/requests",
                "/api/v1/organs/" + organ + "/cases/" + id,
                "/api/v1/organs/" + organ + "/requests/" + id,
                "/api/v1/organs/" + organ + "/registers/requests/export?format=csv",
                "/api/v1/organs/" + organ + "/registers/requests/export?format=xlsx");
        int opened = 0;
        for (String path : paths) {
            String seen = Intrusion.readable(statistician.get(path));
            assertThat(seen).as(path).doesNotContain("欧阳").doesNotContain("某某的档案");
            if (Intrusion.readable(handler.get(path)).contains("欧阳不公开")) {
                opened++;
                assertThat(seen).as(path).contains("（无权查看）");
            }
        }
        assertThat(opened).isGreaterThanOrEqualTo(4);

        String imported = handler.get("/api/v1/organs/" + organ + "/imports")
                .json()
                .at("/0/importId")
                .asString();
        String findings = "/api/v1/organs/" + organ + "/imports/" + imported + "/findings";
        assertThat(handler.get(findings).status()).isEqualTo(200);
        assertThat(statistician.get(findings).status()).isEqualTo(403);
        assertThat(statistician.get("/organs/" + organ + "/imports/" + imported).status())
                .isEqualTo(403);
    }
}
