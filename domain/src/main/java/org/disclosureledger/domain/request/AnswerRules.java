package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** What each of the 21 results presupposes and has to say (art. 14 to 16, 30, 32, 35 to 39). */
final class AnswerRules {

    private static final LocalDate RECONSIDERATION_FIRST_FROM = LocalDate.of(2024, 1, 1);

    private static final Set<Outcome> REFUSALS = EnumSet.of(
            Outcome.REFUSED_STATE_SECRET,
            Outcome.REFUSED_OTHER_LAW_PROHIBITS,
            Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY,
            Outcome.REFUSED_THIRD_PARTY_RIGHTS,
            Outcome.REFUSED_INTERNAL_AFFAIRS,
            Outcome.REFUSED_PROCESS_INFORMATION,
            Outcome.REFUSED_LAW_ENFORCEMENT_FILE);

    private static final Set<Outcome> TELL_WHERE = EnumSet.of(
            Outcome.GRANTED,
            Outcome.PARTIALLY_GRANTED,
            Outcome.REFUSED_ADMINISTRATIVE_QUERY,
            Outcome.NOT_PROCESSED_PUBLICATIONS);

    private static final Set<Outcome> GIVE_REASONS = EnumSet.of(
            Outcome.PARTIALLY_GRANTED,
            Outcome.UNAVAILABLE_NOT_HELD,
            Outcome.UNAVAILABLE_NEEDS_CREATION,
            Outcome.UNAVAILABLE_STILL_UNCLEAR,
            Outcome.NOT_PROCESSED_PETITION,
            Outcome.NOT_PROCESSED_REPEATED,
            Outcome.NOT_PROCESSED_EXCESSIVE,
            Outcome.NOT_PROCESSED_REISSUE);

    private AnswerRules() {}

    static List<Finding> decide(
            RequestStep.Decide s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        events.add(new RequestEvent.RequestDecided(s.requestId(), s.organ(), s.on(), s.outcome(), s.documentNumber()));
        said(s.requestId(), s, s.content(), events);
        return judge(s, s.outcome(), s.content(), request, workingDays);
    }

    static List<Finding> decideAnew(
            RequestStep.DecideAnew s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        events.add(
                new RequestEvent.RequestDecidedAnew(s.requestId(), s.organ(), s.on(), s.outcome(), s.documentNumber()));
        said(s.requestId(), s, s.content(), events);
        return judge(s, s.outcome(), s.content(), request, workingDays);
    }

    private static void said(RequestId id, RequestStep s, AnswerContent content, List<RequestEvent> events) {
        if (!content.isEmpty()) {
            events.add(new RequestEvent.DecisionReasoned(
                    id,
                    s.organ(),
                    content.ground(),
                    content.meansOfAccess(),
                    content.otherOrgan(),
                    content.otherOrganContact(),
                    content.withheld(),
                    content.reasons(),
                    content.endReason(),
                    content.joinedInto()));
        }
    }

    private static List<Finding> judge(
            RequestStep s, Outcome outcome, AnswerContent content, Request request, WorkingDays workingDays) {
        LocalDate on = s.on();
        List<Finding> findings = new ArrayList<>(contents(s.requestId(), outcome, content));
        findings.addAll(presupposed(on, outcome, request, workingDays));
        Course course = request.course();
        for (Course.Consultation open : course.openConsultations()) {
            LocalDate asked = open.consultedOn();
            LocalDate last = asked == null ? on : AnswerClock.silenceAfter(asked, workingDays);
            if (!on.isAfter(last)) {
                findings.add(RequestRule.OPINION_STILL_OPEN.onField("on", open.number(), last));
            }
        }
        LocalDate last = StepRules.clock(request, workingDays).lastDay();
        if (last != null && on.isAfter(last)) {
            findings.add(RequestRule.ANSWERED_LATE.onField("on", last));
        }
        if (REFUSALS.contains(outcome) && !on.isBefore(RECONSIDERATION_FIRST_FROM)) {
            findings.add(RequestRule.RECONSIDERATION_FIRST.onField("outcome"));
        }
        return findings;
    }

    private static List<Finding> contents(RequestId id, Outcome outcome, AnswerContent content) {
        List<Finding> findings = new ArrayList<>();
        if (TELL_WHERE.contains(outcome) && content.meansOfAccess() == null) {
            findings.add(RequestRule.MEANS_OF_ACCESS_MISSING.onField("meansOfAccess"));
        }
        if (outcome == Outcome.PARTIALLY_GRANTED && content.withheld() == null) {
            findings.add(RequestRule.WITHHELD_MISSING.onField("withheld"));
        }
        if ((GIVE_REASONS.contains(outcome) || REFUSALS.contains(outcome)) && content.reasons() == null) {
            findings.add(RequestRule.REASONS_MISSING.onField("reasons"));
        }
        if (content.otherOrgan() != null && content.otherOrganContact() == null) {
            findings.add(RequestRule.OTHER_ORGAN_CONTACT_MISSING.onField("otherOrganContact"));
        }
        boolean ended = outcome == Outcome.OTHER_OTHER;
        if (ended && content.endReason() == null) {
            findings.add(RequestRule.END_REASON_MISSING.onField("endReason"));
        }
        if (!ended && content.endReason() != null) {
            findings.add(RequestRule.END_REASON_WITH_ANOTHER_RESULT.onField("endReason"));
        }
        boolean joined = content.joinedInto() != null && !content.joinedInto().equals(id);
        if (content.endReason() == EndReason.JOINED && !joined) {
            findings.add(RequestRule.JOINED_REQUEST_MISSING.onField("joinedInto"));
        }
        return findings;
    }

    private static List<Finding> presupposed(LocalDate on, Outcome outcome, Request request, WorkingDays workingDays) {
        Course course = request.course();
        return switch (outcome) {
            case GRANTED ->
                unless(
                        course.consultations().stream()
                                .noneMatch(c -> c.thirdParty() && c.opinion() == Opinion.OBJECTS),
                        RequestRule.THIRD_PARTY_OBJECTED);
            case REFUSED_THIRD_PARTY_RIGHTS -> thirdParty(course);
            case UNAVAILABLE_STILL_UNCLEAR ->
                unless(
                        course.corrections().stream().anyMatch(c -> c.receivedOn() != null)
                                && course.openCorrection() == null,
                        RequestRule.UNCLEAR_WITHOUT_CORRECTION);
            case NOT_PROCESSED_EXCESSIVE -> {
                Course.Reasons reasons = course.reasons();
                yield unless(
                        reasons != null && !Boolean.TRUE.equals(reasons.reasonable()),
                        RequestRule.EXCESSIVE_WITHOUT_ASKING);
            }
            case OTHER_CORRECTION_OVERDUE -> {
                Course.Correction open = course.openCorrection();
                yield unless(open != null && isOver(open.dueOn(), on), RequestRule.CORRECTION_PERIOD_NOT_OVER);
            }
            case OTHER_FEE_UNPAID -> {
                Course.Fee open = course.openFee();
                LocalDate notified = open == null ? null : open.notifiedOn();
                yield unless(
                        notified != null && isOver(AnswerClock.lastDayOfPayment(notified, workingDays), on),
                        RequestRule.PAYMENT_PERIOD_NOT_OVER);
            }
            case PARTIALLY_GRANTED,
                    REFUSED_STATE_SECRET,
                    REFUSED_OTHER_LAW_PROHIBITS,
                    REFUSED_THREE_SECURITIES_ONE_STABILITY,
                    REFUSED_INTERNAL_AFFAIRS,
                    REFUSED_PROCESS_INFORMATION,
                    REFUSED_LAW_ENFORCEMENT_FILE,
                    REFUSED_ADMINISTRATIVE_QUERY,
                    UNAVAILABLE_NOT_HELD,
                    UNAVAILABLE_NEEDS_CREATION,
                    NOT_PROCESSED_PETITION,
                    NOT_PROCESSED_REPEATED,
                    NOT_PROCESSED_PUBLICATIONS,
                    NOT_PROCESSED_REISSUE,
                    OTHER_OTHER -> List.of();
        };
    }

    /** A register may know of a notice without its period; then nothing says that it is not over. */
    static boolean isOver(@Nullable LocalDate last, LocalDate on) {
        return last == null || on.isAfter(last);
    }

    /** Art. 15, 32: third parties are asked in writing, and their consent opens the information. */
    private static List<Finding> thirdParty(Course course) {
        List<Course.Consultation> asked = course.consultations().stream()
                .filter(Course.Consultation::thirdParty)
                .toList();
        if (asked.isEmpty()) {
            return List.of(RequestRule.THIRD_PARTY_NOT_CONSULTED.onField("outcome"));
        }
        return asked.stream().allMatch(c -> c.opinion() == Opinion.CONSENTS)
                ? List.of(RequestRule.THIRD_PARTY_CONSENTED.onField("outcome"))
                : List.of();
    }

    private static List<Finding> unless(boolean fulfilled, RequestRule rule) {
        return fulfilled ? List.of() : List.of(rule.onField("outcome"));
    }
}
