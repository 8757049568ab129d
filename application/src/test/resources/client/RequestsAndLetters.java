package client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.api.ApprovalApi;
import org.openapitools.client.api.AttachmentApi;
import org.openapitools.client.api.FeeApi;
import org.openapitools.client.api.HandlerApi;
import org.openapitools.client.api.LetterApi;
import org.openapitools.client.api.OrganApi;
import org.openapitools.client.api.ProposalApi;
import org.openapitools.client.api.RequestApi;
import org.openapitools.client.api.StepApi;
import org.openapitools.client.model.AddedAttachments;
import org.openapitools.client.model.AnswerBody;
import org.openapitools.client.model.ApplicantKind;
import org.openapitools.client.model.ApprovalBody;
import org.openapitools.client.model.ApprovalReply;
import org.openapitools.client.model.AskForCorrectionBody;
import org.openapitools.client.model.AssignHandlerBody;
import org.openapitools.client.model.AttachmentKind;
import org.openapitools.client.model.CaseReply;
import org.openapitools.client.model.Channel;
import org.openapitools.client.model.CorrectionBody;
import org.openapitools.client.model.DeliverAnswerBody;
import org.openapitools.client.model.DeliveryMethod;
import org.openapitools.client.model.ExtendAnswerPeriodBody;
import org.openapitools.client.model.FeeBasis;
import org.openapitools.client.model.FeeBody;
import org.openapitools.client.model.IdentityProof;
import org.openapitools.client.model.LetterBody;
import org.openapitools.client.model.LetterDraft;
import org.openapitools.client.model.OrganBody;
import org.openapitools.client.model.Outcome;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.ProposalReply;
import org.openapitools.client.model.ReceiptBody;
import org.openapitools.client.model.ReceiptReply;
import org.openapitools.client.model.RecordedReply;
import org.openapitools.client.model.ReleaseHandlerBody;
import org.openapitools.client.model.TakeInCorrectionBody;
import org.openapitools.client.model.TakeInPaymentBody;
import org.openapitools.client.model.WithdrawalBody;

/** Another system of an office takes a request from its receipt to the delivery of the answer, with its letters. */
public final class RequestsAndLetters {

    private static final String ORGAN = "client-requests";

    private final Connection connection;
    private final OrganApi organs;
    private final RequestApi requests;
    private final StepApi steps;
    private final LetterApi letters;
    private final FeeApi fees;
    private final HandlerApi handlers;
    private final ApprovalApi approvals;
    private final ProposalApi proposals;
    private final AttachmentApi attachments;

    private RequestsAndLetters(Connection connection) {
        this.connection = connection;
        organs = new OrganApi(connection.client());
        requests = new RequestApi(connection.client());
        steps = new StepApi(connection.client());
        letters = new LetterApi(connection.client());
        fees = new FeeApi(connection.client());
        handlers = new HandlerApi(connection.client());
        approvals = new ApprovalApi(connection.client());
        proposals = new ProposalApi(connection.client());
        attachments = new AttachmentApi(connection.client());
    }

    public static void main(String[] arguments) throws Exception {
        RequestsAndLetters program = new RequestsAndLetters(new Connection(arguments));
        program.organs.establishOrgan(new OrganBody().code(ORGAN).name("清河镇人民政府"), key());
        String caseId = program.receives();
        program.addsAndWithdrawsFiles(caseId);
        program.asksForACorrection(caseId);
        program.isRefusedWithArticleAndRule(caseId);
        program.isTakenByNobodyInParticular(caseId);
        program.waitsForASecondPerson(caseId);
        program.extendsAndAnswers(caseId);
        program.writesAndDeliversTheAnswer(caseId);
        program.correctsAFact(caseId);
        program.reckonsAFee();
    }

    private String receives() throws Exception {
        String key = key();
        ReceiptBody body = new ReceiptBody()
                .receivedOn(LocalDate.of(2025, 3, 3))
                .channel(Channel.IN_PERSON)
                .applicantKind(ApplicantKind.NATURAL_PERSON)
                .applicant("冯九")
                .identityProof(IdentityProof.ORIGINAL_SEEN)
                .content("2023年村级公益事业奖补名单");

        ReceiptReply received = requests.receiveRequest(ORGAN, body, key);

        assertThat(requests.receiveRequest(ORGAN, body, key)).isEqualTo(received);
        assertThat(received.getRegistrationNumber()).isEqualTo("2025-001");
        assertThat(received.getDueOn()).isEqualTo(LocalDate.of(2025, 3, 31));
        return received.getCase();
    }

    private void addsAndWithdrawsFiles(String caseId) throws Exception {
        Path file = Files.createTempFile("client", ".txt");
        Files.writeString(file, "请公开2023年村级公益事业奖补名单");
        String key = key();

        AddedAttachments added = attachments.addAttachments(ORGAN, caseId, key, "application", List.of(file.toFile()));

        assertThat(attachments.addAttachments(ORGAN, caseId, key, "application", List.of(file.toFile())))
                .isEqualTo(added);
        assertThat(added.getAdded()).singleElement().satisfies(attachment -> {
            assertThat(attachment.getKind()).isEqualTo(AttachmentKind.APPLICATION);
            assertThat(attachment.getMediaType()).isEqualTo("text/plain");
        });
        assertThat(attachments.downloadAttachment(ORGAN, caseId, 1)).hasSameTextualContentAs(file.toFile());
        attachments.withdrawAttachment(ORGAN, caseId, 1, new WithdrawalBody().reason("放错了"), key());
        assertThat(attachments.listAttachments(ORGAN, caseId, null).getAttachments())
                .isEmpty();
        Files.delete(file);
    }

    private void asksForACorrection(String caseId) throws Exception {
        RecordedReply asked = steps.askForCorrection(
                ORGAN,
                caseId,
                new AskForCorrectionBody()
                        .on(LocalDate.of(2025, 3, 5))
                        .correctionDueOn(LocalDate.of(2025, 3, 20))
                        .matters("写明村的名称"),
                key());
        RecordedReply corrected =
                steps.takeInCorrection(ORGAN, caseId, new TakeInCorrectionBody().on(LocalDate.of(2025, 3, 10)), key());

        assertThat(asked.getDueOn()).isNull();
        assertThat(corrected.getDueOn()).isEqualTo(LocalDate.of(2025, 4, 8));
        assertThat(corrected.getLedger().getHash()).isNotBlank();
    }

    private void isRefusedWithArticleAndRule(String caseId) throws Exception {
        Problem problem = connection.refusal(
                Problem.class,
                () -> steps.takeInPayment(
                        ORGAN,
                        caseId,
                        new TakeInPaymentBody().on(LocalDate.of(2025, 3, 11)).fee(new java.math.BigDecimal("380")),
                        key()));

        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getErrors()).allSatisfy(objection -> {
            assertThat(objection.getRule()).isNotBlank();
            assertThat(objection.getGround()).contains("国办函〔2020〕109号");
        });
    }

    /** The account of this program belongs to no organ and is no person of one. */
    private void isTakenByNobodyInParticular(String caseId) throws Exception {
        Problem problem = connection.refusal(
                Problem.class,
                () -> handlers.assignHandler(ORGAN, caseId, new AssignHandlerBody().handler("admin"), key()));

        assertThat(problem.getErrors())
                .singleElement()
                .satisfies(objection -> assertThat(objection.getRule()).isEqualTo("HANDLER_UNFIT"));
        assertThat(handlers.releaseHandler(ORGAN, caseId, new ReleaseHandlerBody(), key())
                        .getEvents())
                .isZero();
        assertThat(requests.openRequest(ORGAN, caseId, null).getHandler()).isNull();
        assertThat(requests.listRequests(ORGAN, "open", null, null, null, null, true)
                        .getRequests())
                .hasSize(1);
    }

    private void waitsForASecondPerson(String caseId) throws Exception {
        approvals.setApproval(ORGAN, "extension", new ApprovalBody().required(true), key());
        assertThat(approvals.listApprovals(ORGAN))
                .filteredOn(ApprovalReply::getRequired)
                .hasSize(1);

        RecordedReply proposed = steps.extend(
                ORGAN,
                caseId,
                new ExtendAnswerPeriodBody()
                        .on(LocalDate.of(2025, 4, 1))
                        .days(5)
                        .approvedBy("王主任"),
                key());

        assertThat(proposed.getProposal()).endsWith("/requests/" + caseId + "/proposals/1");
        assertThat(proposed.getDueOn()).isEqualTo(LocalDate.of(2025, 4, 8));
        assertThat(proposals.listProposals(ORGAN)).hasSize(1);
        Problem own = connection.refusal(Problem.class, () -> proposals.approveProposal(ORGAN, caseId, 1, key()));
        assertThat(own.getErrors())
                .singleElement()
                .satisfies(objection -> assertThat(objection.getRule()).isEqualTo("OWN_PROPOSAL"));
        ProposalReply shown = proposals.openProposal(ORGAN, caseId, 1);
        assertThat(shown.getExtension().getDays()).isEqualTo(5);
        assertThat(shown.getStage()).isEqualTo("open");
        proposals.withdrawProposal(ORGAN, caseId, 1, key());
        assertThat(proposals.listProposals(ORGAN)).isEmpty();
        approvals.setApproval(ORGAN, "extension", new ApprovalBody().required(false), key());
    }

    private void extendsAndAnswers(String caseId) throws Exception {
        steps.extend(
                ORGAN,
                caseId,
                new ExtendAnswerPeriodBody()
                        .on(LocalDate.of(2025, 4, 1))
                        .days(10)
                        .approvedBy("王主任"),
                key());
        steps.decide(
                ORGAN,
                caseId,
                new AnswerBody()
                        .on(LocalDate.of(2025, 4, 15))
                        .outcome(Outcome.PARTIALLY_GRANTED)
                        .ground("第三十七条")
                        .meansOfAccess("复印件一份")
                        .withheld("银行账号")
                        .reasons("属于个人隐私"),
                key());

        CaseReply opened = requests.openRequest(ORGAN, caseId, null);
        assertThat(opened.getFacts())
                .containsEntry("outcome", "partiallyGranted")
                .containsEntry("applicant", "冯九");
        assertThat(opened.getClock().getCauses()).isNotEmpty();
        assertThat(requests.listRequests(ORGAN, "answered", null, null, null, null, null)
                        .getRequests())
                .singleElement()
                .satisfies(listed -> assertThat(listed.getCase()).isEqualTo(caseId));
    }

    private void writesAndDeliversTheAnswer(String caseId) throws Exception {
        LetterDraft draft = letters.draftLetter(ORGAN, caseId, "answer.partiallyGranted");
        LetterBody body = new LetterBody()
                .on(LocalDate.of(2025, 4, 15))
                .letterNumber("清公开答〔2025〕1号")
                .values(Map.of("公开方式", "邮寄"));

        assertThat(letters.previewLetter(ORGAN, caseId, draft.getKind(), body)).isNotEmpty();
        Long number = letters.issueLetter(ORGAN, caseId, draft.getKind(), body, key())
                .getLedger()
                .getLast();
        assertThat(letters.downloadLetter(ORGAN, caseId, number)).isNotEmpty();
        letters.deliverLetter(
                ORGAN,
                caseId,
                number,
                new DeliverAnswerBody().on(LocalDate.of(2025, 4, 17)).method(DeliveryMethod.SIGNED_POST),
                key());

        assertThat(letters.listLetters(ORGAN, caseId).getIssued())
                .singleElement()
                .satisfies(letter -> assertThat(letter.getDeliveredOn()).isEqualTo(LocalDate.of(2025, 4, 17)));
    }

    private void correctsAFact(String caseId) throws Exception {
        RecordedReply corrected = requests.correctRequest(
                ORGAN,
                caseId,
                new CorrectionBody()
                        .fact("applicantKind")
                        .value(ApplicantKind.PUBLIC_INTEREST_ORGANIZATION.getValue())
                        .reason("误录"),
                key());

        assertThat(corrected.getEvents()).isEqualTo(1);
        assertThat(requests.openRequest(ORGAN, caseId, null).getFacts())
                .containsEntry("applicantKind", "publicInterestOrganization");
    }

    /** 国办函〔2020〕109号: 68 pages are 380 元. */
    private void reckonsAFee() throws Exception {
        assertThat(fees.reckonFee(new FeeBody().basis(FeeBasis.PER_PAGE).quantity(68))
                        .getAmount())
                .isEqualTo(380);
        assertThat(List.of(FeeBasis.values())).hasSize(2);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
