package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openapitools.client.api.AnnualReportApi;
import org.openapitools.client.api.ImportApi;
import org.openapitools.client.api.OrganApi;
import org.openapitools.client.api.RegisterApi;
import org.openapitools.client.model.EntryBody;
import org.openapitools.client.model.ImportProblem;
import org.openapitools.client.model.OrganBody;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.TextBody;

/** Another system is told what is wrong with what it sends: field, rule, article, row and column. */
public final class Refusals {

    private static final String ORGAN = "client-refusals";

    private final Connection connection;
    private final String[] arguments;
    private final OrganApi organs;
    private final RegisterApi registers;

    private Refusals(String[] arguments) {
        this.arguments = arguments;
        connection = new Connection(arguments);
        organs = new OrganApi(connection.client());
        registers = new RegisterApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        Refusals program = new Refusals(arguments);
        program.organs.establishOrgan(new OrganBody().code(ORGAN).name("清河镇人民政府"), null);
        program.fieldIsMissing();
        program.ruleRefuses();
        program.keyIsReused();
        program.fileHasFaults();
        program.nothingIsThere();
        program.nobodyIsSignedIn();
    }

    private Problem problem(Connection.Call call) throws Exception {
        return connection.refusal(Problem.class, call);
    }

    private void fieldIsMissing() throws Exception {
        Problem problem = problem(() -> organs.establishOrgan(new OrganBody().code("client-nameless"), null));

        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getType()).hasToString("urn:disclosure-ledger:problem:bad-request");
        assertThat(problem.getTitle()).isEqualTo("请求有误");
        assertThat(problem.getDetail()).isEqualTo("机关名称必填");
        assertThat(problem.getField()).isEqualTo("name");
    }

    private static EntryBody entry(String number, String decidedOn) {
        return new EntryBody()
                .facts(Map.of(
                        "registrationNumber", number,
                        "receivedOn", "2025-03-03",
                        "channel", "post",
                        "applicantKind", "naturalPerson",
                        "applicant", "张某",
                        "content", "某事",
                        "decidedOn", decidedOn,
                        "outcome", "granted"));
    }

    private void ruleRefuses() throws Exception {
        Problem problem = problem(() -> registers.enterRegister(ORGAN, "requests", entry("1", "2025-03-01"), null));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getErrors()).singleElement().satisfies(objection -> {
            assertThat(objection.getField()).isEqualTo("decidedOn");
            assertThat(objection.getRule()).isEqualTo("DECIDED_BEFORE_RECEIPT");
            assertThat(objection.getGround()).contains("条");
            assertThat(objection.getReason()).isNotBlank();
        });
    }

    private void keyIsReused() throws Exception {
        registers.enterRegister(ORGAN, "requests", entry("2", "2025-03-20"), "client-refusals-1");

        Problem problem = problem(
                () -> registers.enterRegister(ORGAN, "requests", entry("3", "2025-03-20"), "client-refusals-1"));

        assertThat(problem.getType()).hasToString("urn:disclosure-ledger:problem:idempotency-key-reused");
    }

    private void fileHasFaults() throws Exception {
        Path csv = Files.createTempFile("requests-", ".csv");
        Files.writeString(csv, "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n4,2025-02-30,当面,自然人,张某,某事\n");

        ImportProblem problem = connection.refusal(
                ImportProblem.class,
                () -> new ImportApi(connection.client())
                        .importRegister(ORGAN, "requests", csv.toFile(), null, null, null, null, null, null));

        assertThat(problem.getState()).isEqualTo(ImportProblem.StateEnum.REFUSED);
        assertThat(problem.getErrorCount()).isEqualTo(1);
        assertThat(problem.getErrors()).singleElement().satisfies(objection -> {
            assertThat(objection.getRow()).isEqualTo(2);
            assertThat(objection.getColumn()).isEqualTo("收到日期");
            assertThat(objection.getRule()).isEqualTo("IMPOSSIBLE_DATE");
        });
        Files.delete(csv);
    }

    private void nothingIsThere() throws Exception {
        assertThat(problem(() -> organs.openOrgan("client-nowhere")).getStatus())
                .isEqualTo(404);
        assertThat(problem(() -> registers.openCase(ORGAN, "nothing", null)).getTitle())
                .isEqualTo("没有找到");
        assertThat(problem(() -> new AnnualReportApi(connection.client())
                                .writeSection(ORGAN, 2024, "overview", new TextBody(), null))
                        .getField())
                .isEqualTo("text");
    }

    private void nobodyIsSignedIn() throws Exception {
        OrganApi strangers = new OrganApi(new Connection(new String[] {arguments[0], "admin", "wrong"}).client());

        assertThat(problem(strangers::listOrgans).getStatus()).isEqualTo(401);
        assertThat(problem(() -> strangers.establishOrgan(
                                new OrganBody().code("x").name("x"), null))
                        .getStatus())
                .isEqualTo(401);
    }
}
