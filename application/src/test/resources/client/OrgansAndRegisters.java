package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.ImportApi;
import org.openapitools.client.api.OrganApi;
import org.openapitools.client.api.RegisterApi;
import org.openapitools.client.model.EntryBody;
import org.openapitools.client.model.EntryReply;
import org.openapitools.client.model.ImportAnswer;
import org.openapitools.client.model.OpenedCaseReply;
import org.openapitools.client.model.OrganBody;
import org.openapitools.client.model.OrganRow;
import org.openapitools.client.model.RegisterReply;
import org.openapitools.client.model.RenameBody;

/** Another system of an office makes its organ, enters a request, corrects it, and uploads a register. */
public final class OrgansAndRegisters {

    private static final String ORGAN = "client-registers";

    private final OrganApi organs;
    private final RegisterApi registers;
    private final ImportApi imports;

    private OrgansAndRegisters(Connection connection) {
        organs = new OrganApi(connection.client());
        registers = new RegisterApi(connection.client());
        imports = new ImportApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        OrgansAndRegisters program = new OrgansAndRegisters(new Connection(arguments));
        program.makesAnOrganOnce();
        program.entersARequestOnce();
        program.correctsIt();
        program.uploadsARegister();
    }

    private void makesAnOrganOnce() throws Exception {
        OrganBody body = new OrganBody().code(ORGAN).name("清河镇人民政府");
        assertThat(organs.establishOrganWithHttpInfo(body, key()).getStatusCode())
                .isEqualTo(201);
        assertThat(organs.establishOrganWithHttpInfo(body, key()).getStatusCode())
                .isEqualTo(200);

        OrganRow renamed = organs.renameOrgan(ORGAN, new RenameBody().name("清河街道办事处"), key());

        assertThat(renamed.getMayIssueRegulations()).isNull();
        assertThat(organs.openOrgan(ORGAN)).isEqualTo(renamed);
        assertThat(organs.listOrgans()).contains(renamed);
    }

    private static EntryBody request(String receivedOn) {
        return new EntryBody()
                .facts(Map.of(
                        "registrationNumber", "2025-001",
                        "receivedOn", receivedOn,
                        "channel", "internet",
                        "applicantKind", "naturalPerson",
                        "applicant", "冯九",
                        "content", "2023年村级公益事业奖补名单"));
    }

    private void entersARequestOnce() throws Exception {
        String key = key();

        ApiResponse<EntryReply> first =
                registers.enterRegisterWithHttpInfo(ORGAN, "requests", request("2025-03-03"), key);
        ApiResponse<EntryReply> again =
                registers.enterRegisterWithHttpInfo(ORGAN, "requests", request("2025-03-03"), key);

        assertThat(first.getStatusCode()).isEqualTo(201);
        assertThat(first.getData().getEvents()).isEqualTo(1);
        assertThat(again.getStatusCode()).isEqualTo(201);
        assertThat(again.getData()).isEqualTo(first.getData());
        assertThat(numbered("2025-001", null).getCases())
                .singleElement()
                .satisfies(listed -> assertThat(listed.getFacts())
                        .containsEntry("receivedOn", "2025-03-03")
                        .doesNotContainKey("applicant"));
        assertThat(numbered("2025-001", List.of("inPerson", "post")).getCount()
                        + numbered("2025-001", List.of("internet", "email", "fax", "other"))
                                .getCount())
                .isEqualTo(1);
    }

    /** @param channels among which the request came in, null for all */
    private RegisterReply numbered(String number, List<String> channels) throws Exception {
        return registers.listRegister(
                ORGAN,
                "requests",
                null,
                0,
                number,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                channels,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "-receivedOn");
    }

    private void correctsIt() throws Exception {
        EntryBody correction = request("2025-03-04").corrections(true).reason("误录");

        EntryReply corrected = registers.enterRegister(ORGAN, "requests", correction, key());

        OpenedCaseReply opened = registers.openCase(ORGAN, corrected.getCase(), null);
        assertThat(opened.getFacts()).containsEntry("receivedOn", "2025-03-04").containsEntry("applicant", "冯九");
        assertThat(opened.getEvents()).hasSize(2).last().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("RequestFactCorrected");
            assertThat(event.getNumber()).isEqualTo(corrected.getLedger().getLast());
            assertThat(event.getHash()).isEqualTo(corrected.getLedger().getHash());
            assertThat(event.getPayload()).containsEntry("organ", ORGAN);
            assertThat(event.getRecordedAt()).isNotNull();
        });
    }

    private void uploadsARegister() throws Exception {
        Path csv = Files.createTempFile("requests-", ".csv");
        Files.writeString(csv, """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果
                2025-002,2025-03-05,当面,自然人,张某,某事,2025-03-20,予以公开
                2025-003,2025-03-06,邮寄,商业企业,某公司,某事,2025-06-20,部分公开
                """);

        ImportAnswer checked = upload(csv, true);
        ImportAnswer recorded = upload(csv, false);

        assertThat(checked.getState()).isEqualTo(ImportAnswer.StateEnum.CHECKED);
        assertThat(checked.getStored()).isFalse();
        assertThat(recorded.getState()).isEqualTo(ImportAnswer.StateEnum.RECORDED);
        assertThat(recorded.getFile()).isEqualTo(csv.getFileName().toString());
        assertThat(recorded.getRows()).isEqualTo(2);
        assertThat(recorded.getLastEvent() - recorded.getFirstEvent() + 1).isEqualTo(recorded.getEvents());
        assertThat(recorded.getWarnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.getRule()).isEqualTo("ANSWERED_LATE"));
        assertThat(imports.openImport(ORGAN, recorded.getImportId())).isEqualTo(recorded);
        assertThat(imports.listImportFindings(ORGAN, recorded.getImportId(), "WARNING", null))
                .hasSize(1);
        assertThat(imports.listImports(ORGAN)).hasSize(2);

        File exported = registers.exportRegister(ORGAN, "requests", "csv", null);
        assertThat(exported).content().contains("2025-001", "冯九", "某公司");
        Files.delete(csv);
    }

    private ImportAnswer upload(Path file, boolean dryRun) throws Exception {
        return imports.importRegister(ORGAN, "requests", file.toFile(), dryRun, null, null, null, null, key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
