package org.disclosureledger.domain.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.fee.InformationFee;
import org.disclosureledger.domain.people.Account;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.jspecify.annotations.Nullable;

/**
 * Which step a received request may take, and what follows from it. A step that the law does not know at this point is
 * refused; one that came too late is recorded and pointed out.
 */
public final class StepRules {

    private static final String ON = "on";
    private static final String HANDLER = "handler";
    private static final int MOST_UNITS = 1_000_000;

    /** What a handling begins itself, and so not before it begins. */
    private static final Set<StepKind> OF_THE_HANDLING = EnumSet.of(
            StepKind.ASK_FOR_CORRECTION,
            StepKind.CONSULT_THIRD_PARTY,
            StepKind.CONSULT_ORGAN,
            StepKind.EXTEND,
            StepKind.ASK_FOR_REASONS,
            StepKind.FIX_LATER_DATE,
            StepKind.NOTIFY_FEE,
            StepKind.DECIDE_ANEW);

    private StepRules() {}

    /** Every step with what stands against it now; null for a step that may be taken. */
    public static Map<StepKind, @Nullable RequestRule> possible(Request request) {
        Map<StepKind, @Nullable RequestRule> steps = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            steps.put(kind, objection(kind, request));
        }
        return steps;
    }

    /** What stands against a step whatever its date; null when it may be taken. */
    static @Nullable RequestRule objection(StepKind kind, Request request) {
        if (request instanceof Request.Unreceived) {
            return RequestRule.NOT_RECEIVED;
        }
        Course course = request.course();
        return switch (kind) {
            case ASK_FOR_CORRECTION ->
                pending(course, course.openCorrection() != null, RequestRule.CORRECTION_STILL_OPEN);
            case TAKE_IN_CORRECTION ->
                pending(course, course.openCorrection() == null, RequestRule.NO_CORRECTION_ASKED);
            case CONSULT_THIRD_PARTY, CONSULT_ORGAN -> pending(course, false, RequestRule.ALREADY_ANSWERED);
            case TAKE_IN_OPINION ->
                pending(course, course.openConsultations().isEmpty(), RequestRule.NO_CONSULTATION_OPEN);
            case EXTEND -> {
                if (course.extensionOfHandling() != null) {
                    yield pending(course, true, RequestRule.EXTENSION_ALREADY_USED);
                }
                yield hasSetDate(course)
                        ? RequestRule.REOPENED_WITH_A_DATE
                        : pending(
                                course, course.awaitsCorrection() || course.awaitsPayment(), RequestRule.CLOCK_STOPPED);
            }
            case ASK_FOR_REASONS -> pending(course, course.reasons() != null, RequestRule.REASONS_ALREADY_ASKED);
            case TAKE_IN_REASONS -> {
                Course.Reasons reasons = course.reasons();
                yield pending(course, reasons == null || reasons.givenOn() != null, RequestRule.NO_REASONS_ASKED);
            }
            case FIX_LATER_DATE -> {
                if (course.laterDateOfHandling() != null) {
                    yield pending(course, true, RequestRule.LATER_DATE_ALREADY_FIXED);
                }
                Course.Reasons reasons = course.reasons();
                boolean reasonable = reasons != null && Boolean.TRUE.equals(reasons.reasonable());
                yield hasSetDate(course)
                        ? RequestRule.REOPENED_WITH_A_DATE
                        : pending(course, !reasonable, RequestRule.LATER_DATE_WITHOUT_REASONS);
            }
            case NOTIFY_FEE -> pending(course, !course.fees().isEmpty(), RequestRule.FEE_ALREADY_NOTIFIED);
            case TAKE_IN_PAYMENT -> pending(course, course.openFee() == null, RequestRule.NO_FEE_NOTIFIED);
            case DECIDE -> pending(course, course.reopening() != null, RequestRule.REOPENED_IS_DECIDED_ANEW);
            case DELIVER_ANSWER -> delivery(course);
            case REOPEN ->
                course.answers().isEmpty()
                        ? RequestRule.NOT_ANSWERED_YET
                        : course.reopening() != null ? RequestRule.ALREADY_REOPENED : null;
            case DECIDE_ANEW -> course.reopening() == null ? RequestRule.NOT_REOPENED : null;
        };
    }

    /** The step, possible now, without which this rule speaks against a result; null where only time or another result helps. */
    public static @Nullable StepKind missing(RequestRule rule, Request request) {
        Course course = request.course();
        StepKind step = switch (rule) {
            case UNCLEAR_WITHOUT_CORRECTION ->
                course.openCorrection() == null ? StepKind.ASK_FOR_CORRECTION : StepKind.TAKE_IN_CORRECTION;
            case CORRECTION_PERIOD_NOT_OVER -> course.corrections().isEmpty() ? StepKind.ASK_FOR_CORRECTION : null;
            case EXCESSIVE_WITHOUT_ASKING -> StepKind.ASK_FOR_REASONS;
            case PAYMENT_PERIOD_NOT_OVER -> StepKind.NOTIFY_FEE;
            case THIRD_PARTY_NOT_CONSULTED -> StepKind.CONSULT_THIRD_PARTY;
            default -> null;
        };
        return step == null || objection(step, request) != null ? null : step;
    }

    private static @Nullable RequestRule pending(Course course, boolean objected, RequestRule objection) {
        if (course.isAnswered()) {
            return RequestRule.ALREADY_ANSWERED;
        }
        return objected ? objection : null;
    }

    /** Whether the decision or judgment, or the organ itself, has set the last day of a reopened request. */
    private static boolean hasSetDate(Course course) {
        Course.Reopening reopening = course.reopening();
        return reopening != null && reopening.answerDueOn() != null;
    }

    private static @Nullable RequestRule delivery(Course course) {
        if (course.answers().isEmpty()) {
            return RequestRule.NOT_ANSWERED_YET;
        }
        return course.answers().get(course.answers().size() - 1).deliveredOn() == null
                ? null
                : RequestRule.ALREADY_DELIVERED;
    }

    static Judgement<RequestEvent> handle(RequestStep step, Request request, WorkingDays workingDays) {
        StepKind kind = step.kind();
        RequestRule objection = kind == null
                ? request instanceof Request.Unreceived ? RequestRule.NOT_RECEIVED : null
                : objection(kind, request);
        if (objection != null) {
            return new Judgement<>(List.of(), List.of(objection.onField(kind == null ? ON : kind.id())));
        }
        List<Finding> findings = new ArrayList<>(dates(step, request));
        List<RequestEvent> events = new ArrayList<>();
        findings.addAll(judge(step, request, workingDays, events));
        return new Judgement<>(events, findings);
    }

    /** No step lies in the future, before the request, or before the handling that it belongs to. */
    private static List<Finding> dates(RequestStep step, Request request) {
        List<Finding> findings = new ArrayList<>();
        if (step.on().isAfter(step.today())) {
            findings.add(RegisterRule.FUTURE_DATE.onField(ON, step.on()));
        }
        LocalDate received = request.facts().date(RequestFact.RECEIVED_ON);
        if (step.on().isBefore(received)) {
            findings.add(RequestRule.STEP_BEFORE_ITS_CAUSE.onField(ON, "收到申请", received));
        }
        Course.Reopening reopening = request.course().reopening();
        StepKind kind = step.kind();
        if (reopening != null && kind != null && OF_THE_HANDLING.contains(kind)) {
            findings.addAll(notBefore(step.on(), "重新办理", reopening.reopenedOn()));
        }
        return findings;
    }

    private static List<Finding> judge(
            RequestStep step, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        Course course = request.course();
        return switch (step) {
            case RequestStep.AskForCorrection s -> askForCorrection(s, request, workingDays, events);
            case RequestStep.TakeInCorrection s -> takeInCorrection(s, course, events);
            case RequestStep.ExtendAnswerPeriod s -> extend(s, request, workingDays, events);
            case RequestStep.ConsultThirdParty s -> {
                events.add(new RequestEvent.ThirdPartyConsulted(
                        s.requestId(), s.organ(), s.on(), course.consultations().size() + 1, s.thirdParty()));
                yield List.of();
            }
            case RequestStep.ConsultOrgan s -> consultOrgan(s, course, events);
            case RequestStep.TakeInOpinion s -> takeInOpinion(s, course, workingDays, events);
            case RequestStep.NotifyFee s -> notifyFee(s, request, workingDays, events);
            case RequestStep.TakeInPayment s -> takeInPayment(s, course, workingDays, events);
            case RequestStep.AskForReasons s -> {
                events.add(new RequestEvent.ReasonsRequested(s.requestId(), s.organ(), s.on()));
                yield List.of();
            }
            case RequestStep.TakeInReasons s -> {
                events.add(new RequestEvent.ReasonsGiven(s.requestId(), s.organ(), s.on(), s.reasonable()));
                Course.Reasons reasons = course.reasons();
                yield reasons == null ? List.of() : notBefore(s.on(), "要求说明理由", reasons.requestedOn());
            }
            case RequestStep.FixLaterDate s -> fixLaterDate(s, request, workingDays, events);
            case RequestStep.Decide s -> AnswerRules.decide(s, request, workingDays, events);
            case RequestStep.DecideAnew s -> AnswerRules.decideAnew(s, request, workingDays, events);
            case RequestStep.DeliverAnswer s -> deliver(s, course, events);
            case RequestStep.Reopen s -> reopen(s, course, events);
            case RequestStep.IssueLetter s -> issueLetter(s, course, events);
            case RequestStep.DeliverLetter s -> deliverLetter(s, course, events);
            case RequestStep.AddAttachments s -> addAttachments(s, request, events);
            case RequestStep.WithdrawAttachment s -> withdrawAttachment(s, request, events);
            case RequestStep.NoteDeadlineMoved s -> noteDeadlineMoved(s, request, workingDays, events);
            case RequestStep.AssignHandler s -> assignHandler(s, request, events);
            case RequestStep.ReleaseHandler s -> releaseHandler(s, request, events);
            case RequestStep.ProposeStep s -> ProposalRules.propose(s, request, workingDays, events);
            case RequestStep.ApproveProposal s -> ProposalRules.approve(s, request, workingDays, events);
            case RequestStep.ReturnProposal s -> ProposalRules.giveBack(s, request, events);
            case RequestStep.WithdrawProposal s -> ProposalRules.withdraw(s, request, events);
        };
    }

    static List<Finding> notBefore(LocalDate on, String cause, @Nullable LocalDate causedOn) {
        return causedOn != null && on.isBefore(causedOn)
                ? List.of(RequestRule.STEP_BEFORE_ITS_CAUSE.onField(ON, cause, causedOn))
                : List.of();
    }

    /** Art. 30: once, within 7 working days of receipt, with a reasonable period. */
    private static List<Finding> askForCorrection(
            RequestStep.AskForCorrection s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        List<Finding> findings = new ArrayList<>();
        LocalDate due = s.correctionDueOn();
        if (due == null) {
            findings.add(RequestRule.CORRECTION_PERIOD_MISSING.onField("correctionDueOn"));
        } else if (!due.isAfter(s.on())) {
            findings.add(RequestRule.CORRECTION_PERIOD_NOT_AFTER_NOTICE.onField("correctionDueOn"));
        }
        if (request.course().corrections().isEmpty()) {
            LocalDate last =
                    AnswerClock.lastDayOfCorrectionNotice(request.facts().date(RequestFact.RECEIVED_ON), workingDays);
            if (s.on().isAfter(last)) {
                findings.add(RequestRule.CORRECTION_NOTICE_LATE.onField(ON, last));
            }
        } else {
            findings.add(RequestRule.CORRECTION_ASKED_TWICE.onField(ON));
        }
        events.add(new RequestEvent.CorrectionRequested(s.requestId(), s.organ(), s.on(), due, s.matters()));
        return findings;
    }

    private static List<Finding> takeInCorrection(
            RequestStep.TakeInCorrection s, Course course, List<RequestEvent> events) {
        events.add(new RequestEvent.CorrectionReceived(s.requestId(), s.organ(), s.on()));
        Course.Correction open = course.openCorrection();
        if (open == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(notBefore(s.on(), "告知补正", open.requestedOn()));
        LocalDate due = open.dueOn();
        if (due != null && s.on().isAfter(due)) {
            findings.add(RequestRule.CORRECTED_AFTER_ITS_PERIOD.onField(ON, due));
        }
        return findings;
    }

    /** Art. 33: once, at most 20 working days, with the approval of the head of the office. */
    private static List<Finding> extend(
            RequestStep.ExtendAnswerPeriod s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        List<Finding> findings = new ArrayList<>();
        if (s.days() < 1 || s.days() > AnswerClock.EXTENSION) {
            findings.add(RequestRule.EXTENSION_TOO_LONG.onField("days"));
        }
        String approver = s.approvedBy();
        if (approver == null || approver.isBlank()) {
            findings.add(RequestRule.APPROVER_MISSING.onField("approvedBy"));
        }
        LocalDate last =
                AnswerClock.countedUntil(request.facts().date(RequestFact.RECEIVED_ON), request.course(), workingDays);
        if (last != null && s.on().isAfter(last)) {
            findings.add(RequestRule.EXTENDED_AFTER_THE_PERIOD.onField(ON, last));
        }
        events.add(new RequestEvent.AnswerPeriodExtended(
                s.requestId(), s.organ(), s.on(), s.days(), approver, s.reason()));
        return findings;
    }

    private static List<Finding> consultOrgan(RequestStep.ConsultOrgan s, Course course, List<RequestEvent> events) {
        if (s.consultedOrgan().isBlank()) {
            return List.of(RequestRule.CONSULTED_ORGAN_MISSING.onField("consultedOrgan"));
        }
        events.add(new RequestEvent.OrganConsulted(
                s.requestId(), s.organ(), s.on(), course.consultations().size() + 1, s.consultedOrgan()));
        return List.of();
    }

    /** Art. 32, 34: within 15 working days. */
    private static List<Finding> takeInOpinion(
            RequestStep.TakeInOpinion s, Course course, WorkingDays workingDays, List<RequestEvent> events) {
        Course.Consultation asked = course.openConsultations().stream()
                .filter(c -> c.number() == s.consultation())
                .findFirst()
                .orElse(null);
        if (asked == null) {
            return List.of(RequestRule.NO_SUCH_CONSULTATION.onField("consultation", s.consultation()));
        }
        events.add(
                asked.thirdParty()
                        ? new RequestEvent.ThirdPartyResponded(
                                s.requestId(), s.organ(), s.on(), s.consultation(), s.opinion())
                        : new RequestEvent.OrganResponded(
                                s.requestId(), s.organ(), s.on(), s.consultation(), s.opinion()));
        LocalDate consultedOn = asked.consultedOn();
        List<Finding> findings = new ArrayList<>(notBefore(s.on(), "征求意见", consultedOn));
        if (consultedOn != null) {
            LocalDate last = AnswerClock.silenceAfter(consultedOn, workingDays);
            if (s.on().isAfter(last)) {
                findings.add(RequestRule.OPINION_LATE.onField(ON, last));
            }
        }
        return findings;
    }

    /** 国办函〔2020〕109号 art. 3 to 6: one basis, one notice, within the period for the answer. */
    private static List<Finding> notifyFee(
            RequestStep.NotifyFee s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        if (s.quantity() < 1 || s.quantity() > MOST_UNITS || s.before() < 0 || s.before() > MOST_UNITS) {
            return List.of(RequestRule.QUANTITY_IMPOSSIBLE.onField("quantity"));
        }
        boolean items = s.basis() == FeeBasis.PER_ITEM;
        InformationFee fee =
                items ? InformationFee.perItem(s.before(), s.quantity()) : InformationFee.perPage(s.quantity());
        if (fee.amount() == 0) {
            return List.of(RequestRule.NOTHING_TO_CHARGE.onField("quantity"));
        }
        events.add(new RequestEvent.FeeNotified(
                s.requestId(),
                s.organ(),
                s.on(),
                s.basis(),
                s.quantity(),
                items ? s.before() : null,
                BigDecimal.valueOf(fee.amount())));
        LocalDate last = clock(request, workingDays).lastDay();
        return last != null && s.on().isAfter(last)
                ? List.of(RequestRule.FEE_NOTICE_LATE.onField(ON, last))
                : List.of();
    }

    private static List<Finding> takeInPayment(
            RequestStep.TakeInPayment s, Course course, WorkingDays workingDays, List<RequestEvent> events) {
        Course.Fee open = course.openFee();
        events.add(new RequestEvent.FeePaid(s.requestId(), s.organ(), s.on(), s.fee()));
        if (open == null) {
            return List.of();
        }
        LocalDate notifiedOn = open.notifiedOn();
        List<Finding> findings = new ArrayList<>(notBefore(s.on(), "发出收费通知", notifiedOn));
        BigDecimal amount = open.amount();
        if (s.fee().signum() <= 0) {
            findings.add(RequestRule.PAYMENT_IMPOSSIBLE.onField("fee"));
        } else if (amount != null && amount.compareTo(s.fee()) != 0) {
            findings.add(RequestRule.PAYMENT_INCOMPLETE.onField("fee", amount.toPlainString()));
        }
        if (notifiedOn != null) {
            LocalDate last = AnswerClock.lastDayOfPayment(notifiedOn, workingDays);
            if (s.on().isAfter(last)) {
                findings.add(RequestRule.PAYMENT_LATE.onField(ON, last));
            }
        }
        return findings;
    }

    /** Art. 35: reasonable reasons, no answer possible in time, a reasonable later date. */
    private static List<Finding> fixLaterDate(
            RequestStep.FixLaterDate s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        events.add(new RequestEvent.LaterDateFixed(s.requestId(), s.organ(), s.on(), s.answerDueOn()));
        Course.Reasons reasons = request.course().reasons();
        List<Finding> findings = new ArrayList<>(notBefore(s.on(), "收到理由", reasons == null ? null : reasons.givenOn()));
        LocalDate last = clock(request, workingDays).lastDay();
        if (!s.answerDueOn().isAfter(last == null ? s.on() : last)) {
            findings.add(RequestRule.LATER_DATE_NOT_LATER.onField("answerDueOn", last == null ? s.on() : last));
        }
        if (last != null && s.on().isAfter(last)) {
            findings.add(RequestRule.LATER_DATE_TOO_LATE.onField(ON, last));
        }
        return findings;
    }

    private static List<Finding> deliver(RequestStep.DeliverAnswer s, Course course, List<RequestEvent> events) {
        events.add(new RequestEvent.DecisionDelivered(s.requestId(), s.organ(), s.on(), s.method()));
        return notBefore(
                s.on(), "答复", course.answers().get(course.answers().size() - 1).decidedOn());
    }

    private static List<Finding> reopen(RequestStep.Reopen s, Course course, List<RequestEvent> events) {
        List<Finding> findings = new ArrayList<>(notBefore(
                s.on(), "答复", course.answers().get(course.answers().size() - 1).decidedOn()));
        if (s.ground() == ReopeningGround.OWN_MOTION) {
            if (s.reason() == null) {
                findings.add(RequestRule.REOPENING_REASON_MISSING.onField("reason"));
            }
        } else if (s.remedyId() == null) {
            findings.add(RequestRule.REOPENING_WITHOUT_REMEDY.onField("remedy"));
        }
        LocalDate due = s.answerDueOn();
        if (due != null && !due.isAfter(s.on())) {
            findings.add(RequestRule.ANSWER_DUE_BEFORE_REOPENING.onField("answerDueOn"));
        }
        events.add(new RequestEvent.RequestReopened(
                s.requestId(), s.organ(), s.on(), s.ground(), s.remedyId(), due, s.reason()));
        return findings;
    }

    private static List<Finding> issueLetter(RequestStep.IssueLetter s, Course course, List<RequestEvent> events) {
        events.add(new RequestEvent.LetterIssued(
                s.requestId(),
                s.organ(),
                s.letterKind(),
                s.letterNumber(),
                s.on(),
                s.templateDigest(),
                s.documentDigest()));
        return course.letters().stream().anyMatch(l -> l.number().equals(s.letterNumber()))
                ? List.of(RequestRule.LETTER_NUMBER_USED.onField("letterNumber", s.letterNumber()))
                : List.of();
    }

    private static List<Finding> deliverLetter(RequestStep.DeliverLetter s, Course course, List<RequestEvent> events) {
        Course.Letter letter = course.letters().stream()
                .filter(l -> l.number().equals(s.letterNumber()) && l.deliveredOn() == null)
                .findFirst()
                .orElse(null);
        if (letter == null) {
            return List.of(RequestRule.NO_SUCH_LETTER.onField("letterNumber", s.letterNumber()));
        }
        events.add(new RequestEvent.LetterDelivered(s.requestId(), s.organ(), s.letterNumber(), s.on(), s.method()));
        return notBefore(s.on(), "出具", letter.letterOn());
    }

    /** What the case has already is not added once more, unless it was withdrawn. */
    private static List<Finding> addAttachments(
            RequestStep.AddAttachments s, Request request, List<RequestEvent> events) {
        List<Finding> findings = new ArrayList<>();
        List<Request.Attachment> there = new ArrayList<>(request.attachments());
        int place = 0;
        for (RequestStep.AttachedFile file : s.files()) {
            place++;
            Request.Attachment same = there.stream()
                    .filter(a -> !a.withdrawn() && a.digest().equals(file.digest()))
                    .findFirst()
                    .orElse(null);
            if (same != null) {
                findings.add(RequestRule.ATTACHMENT_ALREADY_THERE.onField("files", place, same.number()));
            } else {
                int number = there.size() + 1;
                there.add(new Request.Attachment(number, file.digest(), false));
                events.add(new RequestEvent.AttachmentAdded(
                        s.requestId(),
                        s.organ(),
                        number,
                        s.attachmentKind(),
                        file.fileName(),
                        file.mediaType(),
                        file.size(),
                        file.digest()));
            }
        }
        return findings;
    }

    private static List<Finding> withdrawAttachment(
            RequestStep.WithdrawAttachment s, Request request, List<RequestEvent> events) {
        if (request.attachments().stream().noneMatch(a -> a.number() == s.attachment() && !a.withdrawn())) {
            return List.of(RequestRule.NO_SUCH_ATTACHMENT.onField("attachment", s.attachment()));
        }
        events.add(new RequestEvent.AttachmentWithdrawn(s.requestId(), s.organ(), s.attachment(), s.reason()));
        return List.of();
    }

    /** Closed cases keep the last day that they had. */
    private static List<Finding> noteDeadlineMoved(
            RequestStep.NoteDeadlineMoved s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        LocalDate now = clock(request, workingDays).lastDay();
        if (now != null && !request.course().isAnswered() && !now.equals(s.previousDueOn())) {
            events.add(new RequestEvent.DeadlineMoved(
                    s.requestId(), s.organ(), s.previousDueOn(), now, s.calendarNotice()));
        }
        return List.of();
    }

    /** Who handles an answered request is part of how it was answered. Whoever handles it already does not begin anew. */
    private static List<Finding> assignHandler(
            RequestStep.AssignHandler s, Request request, List<RequestEvent> events) {
        if (request.course().isAnswered()) {
            return List.of(RequestRule.HANDLER_AFTER_ANSWER.onField(HANDLER));
        }
        if (!(s.account() instanceof Account.Opened account) || !account.handles(s.organ())) {
            return List.of(RequestRule.HANDLER_UNFIT.onField(HANDLER));
        }
        AccountId previous = request.handler();
        if (!s.handler().equals(previous)) {
            events.add(new RequestEvent.HandlerAssigned(s.requestId(), s.organ(), s.handler(), previous, s.reason()));
        }
        return List.of();
    }

    private static List<Finding> releaseHandler(
            RequestStep.ReleaseHandler s, Request request, List<RequestEvent> events) {
        if (request.course().isAnswered()) {
            return List.of(RequestRule.HANDLER_AFTER_ANSWER.onField(HANDLER));
        }
        AccountId previous = request.handler();
        if (previous != null) {
            events.add(new RequestEvent.HandlerReleased(s.requestId(), s.organ(), previous, s.reason()));
        }
        return List.of();
    }

    static AnswerClock clock(Request request, WorkingDays workingDays) {
        return AnswerClock.of(request.facts().date(RequestFact.RECEIVED_ON), request.course(), workingDays);
    }
}
