package org.disclosureledger.domain.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.Account;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.RemedyId;
import org.jspecify.annotations.Nullable;

/** One legal step of a received request, recorded when it happens. */
public sealed interface RequestStep extends RequestCommand {

    /** Legal date of the step. */
    LocalDate on();

    /** The day on which it is recorded, in China; no step lies after it. */
    LocalDate today();

    /** Null for what may be recorded at any time. */
    @Nullable StepKind kind();

    /** What is said of a request on the day on which it is recorded, at any time: no step in the sense of the law. */
    sealed interface OffTheClock extends RequestStep {

        @Override
        default LocalDate on() {
            return today();
        }

        @Override
        default @Nullable StepKind kind() {
            return null;
        }
    }

    /** Art. 30: tell the applicant what to correct, and until when. */
    record AskForCorrection(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            @Nullable LocalDate correctionDueOn,
            @Nullable SealedText matters)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.ASK_FOR_CORRECTION;
        }
    }

    /** Art. 30: take in the correction. */
    record TakeInCorrection(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.TAKE_IN_CORRECTION;
        }
    }

    /**
     * Art. 33: extend the period for the answer.
     *
     * @param days working days, 1 to 20
     */
    record ExtendAnswerPeriod(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            int days,
            @Nullable String approvedBy,
            @Nullable SealedText reason)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.EXTEND;
        }
    }

    /** Art. 32: ask a third party. */
    record ConsultThirdParty(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            @Nullable SealedText thirdParty) implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.CONSULT_THIRD_PARTY;
        }
    }

    /** Art. 33, 34: ask another organ. */
    record ConsultOrgan(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on, String consultedOrgan)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.CONSULT_ORGAN;
        }
    }

    /**
     * Art. 32, 34: take in what a consulted third party or organ thinks.
     *
     * @param consultation which consultation of the request, from 1
     */
    record TakeInOpinion(
            RequestId requestId, OrganCode organ, LocalDate today, LocalDate on, int consultation, Opinion opinion)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.TAKE_IN_OPINION;
        }
    }

    /**
     * 国办函〔2020〕109号 art. 6: tell the fee.
     *
     * @param quantity items or pages of this request
     * @param before for items, those of the same applicant earlier in the same calendar month
     */
    record NotifyFee(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            FeeBasis basis,
            int quantity,
            int before)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.NOTIFY_FEE;
        }
    }

    /**
     * 国办函〔2020〕109号 art. 7: take in the payment.
     *
     * @param fee in 元
     */
    record TakeInPayment(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on, BigDecimal fee)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.TAKE_IN_PAYMENT;
        }
    }

    /** Art. 35: ask the applicant for reasons. */
    record AskForReasons(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on) implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.ASK_FOR_REASONS;
        }
    }

    /** Art. 35: take in the reasons. */
    record TakeInReasons(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on, boolean reasonable)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.TAKE_IN_REASONS;
        }
    }

    /** Art. 35: fix a reasonable later date for the answer and tell it. */
    record FixLaterDate(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on, LocalDate answerDueOn)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.FIX_LATER_DATE;
        }
    }

    /** Art. 36: answer, with exactly one of the 21 results. */
    record Decide(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            Outcome outcome,
            @Nullable String documentNumber,
            AnswerContent content)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.DECIDE;
        }
    }

    /** Record that the answer reached the applicant. */
    record DeliverAnswer(RequestId requestId, OrganCode organ, LocalDate today, LocalDate on, DeliveryMethod method)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.DELIVER_ANSWER;
        }
    }

    /**
     * Take an answered request up again, for a decision, a judgment or of one's own motion.
     *
     * @param remedyId the reconsideration or lawsuit that asks for it
     * @param answerDueOn last day for the new answer where the decision or judgment sets one
     */
    record Reopen(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            ReopeningGround ground,
            @Nullable RemedyId remedyId,
            @Nullable LocalDate answerDueOn,
            @Nullable SealedText reason)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.REOPEN;
        }
    }

    /** Answer a reopened request. */
    record DecideAnew(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            Outcome outcome,
            @Nullable String documentNumber,
            AnswerContent content)
            implements RequestStep {

        @Override
        public StepKind kind() {
            return StepKind.DECIDE_ANEW;
        }
    }

    /** Record that a letter was made. */
    record IssueLetter(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            String letterKind,
            String letterNumber,
            String templateDigest,
            String documentDigest)
            implements RequestStep {

        @Override
        public @Nullable StepKind kind() {
            return null;
        }
    }

    /** Record that a letter other than the answer reached whom it is for. */
    record DeliverLetter(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            String letterNumber,
            DeliveryMethod method)
            implements RequestStep {

        @Override
        public @Nullable StepKind kind() {
            return null;
        }
    }

    /** Add files of one kind to the case. */
    record AddAttachments(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            AttachmentKind attachmentKind,
            List<AttachedFile> files)
            implements OffTheClock {

        public AddAttachments {
            files = List.copyOf(files);
        }
    }

    /**
     * A file that is kept already.
     *
     * @param fileName as it was handed in
     * @param mediaType told by the content
     * @param size in bytes
     * @param digest SHA-256 of the bytes, in hexadecimal digits
     */
    record AttachedFile(SealedText fileName, String mediaType, int size, String digest) {}

    /**
     * Withdraw an attachment that was added by mistake.
     *
     * @param attachment which attachment of the request, from 1
     */
    record WithdrawAttachment(RequestId requestId, OrganCode organ, LocalDate today, int attachment, SealedText reason)
            implements OffTheClock {}

    /**
     * Record that the last day moved because the calendar of working days changed; without a move nothing is recorded.
     *
     * @param previousDueOn the last day by the calendar before the change
     * @param calendarNotice the notice that changed the calendar
     */
    record NoteDeadlineMoved(
            RequestId requestId, OrganCode organ, LocalDate today, LocalDate previousDueOn, String calendarNotice)
            implements OffTheClock {}

    /**
     * Say who is to handle the request.
     *
     * @param account that of the handler as it is now
     */
    record AssignHandler(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            AccountId handler,
            Account account,
            @Nullable SealedText reason)
            implements OffTheClock {}

    /** Say that nobody in particular is to handle the request any more. */
    record ReleaseHandler(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            @Nullable SealedText reason) implements OffTheClock {}

    /**
     * Put a step to a second person.
     *
     * @param by sign-in name of who proposes
     */
    record ProposeStep(RequestId requestId, OrganCode organ, LocalDate today, RequestStep step, String by)
            implements OffTheClock {}

    /**
     * Approve what somebody else proposed: it is recorded as it was proposed.
     *
     * @param by sign-in name of who approves
     */
    record ApproveProposal(RequestId requestId, OrganCode organ, LocalDate today, int proposal, String by)
            implements OffTheClock {}

    /**
     * Give back what somebody else proposed.
     *
     * @param by sign-in name of who returns it
     */
    record ReturnProposal(
            RequestId requestId,
            OrganCode organ,
            LocalDate today,
            int proposal,
            @Nullable SealedText reason,
            String by) implements OffTheClock {}

    /**
     * Take back what one has proposed.
     *
     * @param by sign-in name of who withdraws it
     */
    record WithdrawProposal(RequestId requestId, OrganCode organ, LocalDate today, int proposal, String by)
            implements OffTheClock {}
}
