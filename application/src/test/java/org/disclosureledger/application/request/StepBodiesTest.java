package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.request.AnswerContent;
import org.disclosureledger.domain.request.AttachmentKind;
import org.disclosureledger.domain.request.DeliveryMethod;
import org.disclosureledger.domain.request.EndReason;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every body becomes its step, with the texts that may name persons sealed. */
class StepBodiesTest {

    private static final RequestId ID = new RequestId(new UUID(1, 1));
    private static final RequestId OTHER = new RequestId(new UUID(1, 2));
    private static final RemedyId REMEDY = new RemedyId(new UUID(2, 1));
    private static final OrganCode ORGAN = new OrganCode("town");
    private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);
    private static final LocalDate ON = LocalDate.of(2025, 3, 3);
    private static final LocalDate DUE = LocalDate.of(2025, 3, 31);

    private final StepContext context = new StepContext(
            ID,
            ORGAN,
            TODAY,
            (component, text) -> new SealedText(component + "<" + text + ">"),
            new StepContext.References() {
                @Override
                public RequestId request(String field, String reference) {
                    return reference.equals("self") ? ID : OTHER;
                }

                @Override
                public RemedyId remedy(String field, String reference) {
                    return REMEDY;
                }
            });

    private static SealedText sealed(String component, String text) {
        return new SealedText(component + "<" + text + ">");
    }

    @Test
    void stepsOfThePeriod() {
        assertThat(new PeriodBodies.AskForCorrectionBody(ON, DUE, " 年度 ").in(context))
                .isEqualTo(new RequestStep.AskForCorrection(ID, ORGAN, TODAY, ON, DUE, sealed("matters", "年度")));
        assertThat(new PeriodBodies.TakeInCorrectionBody(ON).in(context))
                .isEqualTo(new RequestStep.TakeInCorrection(ID, ORGAN, TODAY, ON));
        assertThat(new PeriodBodies.ExtendAnswerPeriodBody(ON, 5, " 王某 ", "").in(context))
                .isEqualTo(new RequestStep.ExtendAnswerPeriod(ID, ORGAN, TODAY, ON, 5, "王某", null));
        assertThat(new PeriodBodies.AskForReasonsBody(ON).in(context))
                .isEqualTo(new RequestStep.AskForReasons(ID, ORGAN, TODAY, ON));
        assertThat(new PeriodBodies.TakeInReasonsBody(ON, false).in(context))
                .isEqualTo(new RequestStep.TakeInReasons(ID, ORGAN, TODAY, ON, false));
        assertThat(new PeriodBodies.FixLaterDateBody(ON, DUE).in(context))
                .isEqualTo(new RequestStep.FixLaterDate(ID, ORGAN, TODAY, ON, DUE));
    }

    @Test
    void consultations() {
        assertThat(new ConsultationBodies.ConsultThirdPartyBody(ON, "某公司").in(context))
                .isEqualTo(new RequestStep.ConsultThirdParty(ID, ORGAN, TODAY, ON, sealed("thirdParty", "某公司")));
        assertThat(new ConsultationBodies.ConsultOrganBody(ON, "某局").in(context))
                .isEqualTo(new RequestStep.ConsultOrgan(ID, ORGAN, TODAY, ON, "某局"));
        assertThat(new ConsultationBodies.TakeInOpinionBody(ON, 2, Opinion.CONSENTS).in(context))
                .isEqualTo(new RequestStep.TakeInOpinion(ID, ORGAN, TODAY, ON, 2, Opinion.CONSENTS));
    }

    @Test
    void fees() {
        FeeBodies.NotifyFeeBody perPage = new FeeBodies.NotifyFeeBody(ON, FeeBasis.PER_PAGE, 68, null);
        assertThat(perPage.in(context))
                .isEqualTo(new RequestStep.NotifyFee(ID, ORGAN, TODAY, ON, FeeBasis.PER_PAGE, 68, 0));
        assertThat(perPage.reckoned()).satisfies(fee -> assertThat(fee.amount()).isEqualTo(380));
        assertThat(new FeeBodies.NotifyFeeBody(ON, FeeBasis.PER_ITEM, -1, null).reckoned())
                .isNull();
        assertThat(new FeeBodies.TakeInPaymentBody(ON, new BigDecimal("380.00")).in(context))
                .isEqualTo(new RequestStep.TakeInPayment(ID, ORGAN, TODAY, ON, new BigDecimal("380.00")));
    }

    @Test
    void answers() {
        AnswerBody plain = answer(Outcome.GRANTED, null, null);
        assertThat(new AnswerBodies.DecideBody(plain).in(context))
                .isEqualTo(new RequestStep.Decide(ID, ORGAN, TODAY, ON, Outcome.GRANTED, null, AnswerContent.NONE));
        AnswerBody full = new AnswerBody(
                ON,
                Outcome.PARTIALLY_GRANTED,
                "1号",
                "第三十七条",
                "邮寄",
                "某局",
                "电话",
                "附件",
                "商业秘密",
                EndReason.OTHER,
                "2025-001");
        assertThat(new AnswerBodies.DecideAnewBody(full).in(context))
                .isEqualTo(new RequestStep.DecideAnew(
                        ID,
                        ORGAN,
                        TODAY,
                        ON,
                        Outcome.PARTIALLY_GRANTED,
                        "1号",
                        new AnswerContent(
                                "第三十七条",
                                sealed("meansOfAccess", "邮寄"),
                                "某局",
                                "电话",
                                sealed("withheld", "附件"),
                                sealed("reasons", "商业秘密"),
                                EndReason.OTHER,
                                OTHER)));
        assertThat(new AnswerBodies.DeliverAnswerBody(ON, DeliveryMethod.EMAIL).in(context))
                .isEqualTo(new RequestStep.DeliverAnswer(ID, ORGAN, TODAY, ON, DeliveryMethod.EMAIL));
        assertThat(new AnswerBodies.ReopenBody(ON, ReopeningGround.JUDGMENT, "诉1", DUE, "判决").in(context))
                .isEqualTo(new RequestStep.Reopen(
                        ID, ORGAN, TODAY, ON, ReopeningGround.JUDGMENT, REMEDY, DUE, sealed("reason", "判决")));
    }

    @Test
    void attachments() {
        assertThat(new AttachmentBodies.AddAttachmentsBody(
                                AttachmentKind.IDENTITY,
                                List.of(new AttachmentBodies.NewFile("张三 身份证.pdf", "application/pdf", 7, "aa")))
                        .in(context))
                .isEqualTo(new RequestStep.AddAttachments(
                        ID,
                        ORGAN,
                        TODAY,
                        AttachmentKind.IDENTITY,
                        List.of(new RequestStep.AttachedFile(
                                sealed("fileName", "张三 身份证.pdf"), "application/pdf", 7, "aa"))));
        assertThat(new AttachmentBodies.WithdrawAttachmentBody(2, " 放错了 ").in(context))
                .isEqualTo(new RequestStep.WithdrawAttachment(ID, ORGAN, TODAY, 2, sealed("reason", "放错了")));
    }

    @Test
    void requestIsNotJoinedIntoItself() {
        AnswerBody joined = answer(Outcome.OTHER_OTHER, EndReason.JOINED, "self");
        assertThatThrownBy(() -> new AnswerBodies.DecideBody(joined).in(context))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(f -> assertThat(f.rule()).isEqualTo(CaseFileRule.THIS_REQUEST.name())));
    }

    private static AnswerBody answer(Outcome outcome, @Nullable EndReason end, @Nullable String into) {
        return new AnswerBody(ON, outcome, " ", null, null, null, null, null, null, end, into);
    }
}
