package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.Course.Consultation;
import org.disclosureledger.domain.request.DecisionQuestion.Next;
import org.disclosureledger.domain.request.DecisionQuestion.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the record of a case says to a question.
 *
 * @param option what it speaks for; null when it only has to be known
 * @param sentence in Chinese, with the dates
 */
public record DecisionIndication(@Nullable Option option, String sentence) {

    /**
     * The option that nobody needs to be asked about, null when somebody has to say it: a result is always said by a person,
     * and so is what keeps something back.
     */
    public @Nullable Option settled() {
        return option != null && option.found() == null && option.next() instanceof Next.Ask ? option : null;
    }

    /**
     * @param today a calendar day in China
     * @return null when the record says nothing
     */
    public static @Nullable DecisionIndication of(
            DecisionQuestion question, Course course, LocalDate today, WorkingDays workingDays) {
        return switch (question.id()) {
            case DecisionQuestions.BEFORE -> reasons(question, course);
            case DecisionQuestions.CLEAR -> correction(question, course, today);
            case DecisionQuestions.FEE -> fee(question, course, today, workingDays);
            case DecisionQuestions.THIRD_PARTY -> thirdParty(question, course, today, workingDays);
            default -> null;
        };
    }

    private static @Nullable DecisionIndication reasons(DecisionQuestion question, Course course) {
        Course.Reasons reasons = course.reasons();
        if (reasons == null) {
            return null;
        }
        Boolean reasonable = reasons.reasonable();
        if (reasonable == null) {
            return new DecisionIndication(null, on(reasons.requestedOn()) + "已要求申请人说明理由，还没有登记收到。");
        }
        return reasonable
                ? new DecisionIndication(null, on(reasons.givenOn()) + "收到申请人说明的理由，本机关认为合理。")
                : new DecisionIndication(
                        question.concluding(Outcome.NOT_PROCESSED_EXCESSIVE),
                        on(reasons.givenOn()) + "收到申请人说明的理由，本机关认为不合理。");
    }

    private static @Nullable DecisionIndication correction(DecisionQuestion question, Course course, LocalDate today) {
        Course.Correction open = course.openCorrection();
        if (open != null) {
            LocalDate due = open.dueOn();
            String until = due == null ? "" : "，补正期限至" + DayWords.of(due);
            return AnswerRules.isOver(due, today)
                    ? new DecisionIndication(
                            question.concluding(Outcome.OTHER_CORRECTION_OVERDUE),
                            on(open.requestedOn()) + "告知补正" + until + "，没有收到补正。申请人有没有正当理由，请核实。")
                    : new DecisionIndication(null, on(open.requestedOn()) + "告知补正" + until + "，正在等待补正。");
        }
        return course.corrections().isEmpty()
                ? null
                : new DecisionIndication(
                        null,
                        on(course.corrections()
                                        .get(course.corrections().size() - 1)
                                        .receivedOn())
                                + "收到补正。");
    }

    private static DecisionIndication fee(
            DecisionQuestion question, Course course, LocalDate today, WorkingDays workingDays) {
        Course.Fee open = course.openFee();
        LocalDate notified = open == null ? null : open.notifiedOn();
        if (notified != null) {
            LocalDate last = AnswerClock.lastDayOfPayment(notified, workingDays);
            return today.isAfter(last)
                    ? new DecisionIndication(
                            question.concluding(Outcome.OTHER_FEE_UNPAID),
                            DayWords.of(notified) + "发出收费通知，缴费期限至" + DayWords.of(last) + "，没有收到缴费。")
                    : new DecisionIndication(
                            null, DayWords.of(notified) + "发出收费通知，缴费期限至" + DayWords.of(last) + "，正在等待缴费。");
        }
        return new DecisionIndication(
                question.leadingOn(),
                course.fees().isEmpty()
                        ? "没有发出收费通知。"
                        : on(course.fees().get(course.fees().size() - 1).paidOn()) + "收到缴费。");
    }

    private static DecisionIndication thirdParty(
            DecisionQuestion question, Course course, LocalDate today, WorkingDays workingDays) {
        List<Consultation> asked =
                course.consultations().stream().filter(Consultation::thirdParty).toList();
        if (asked.isEmpty()) {
            return new DecisionIndication(null, "没有登记征求第三方意见。以第三方合法权益为由不予公开的，应当先书面征求。");
        }
        Consultation objecting = asked.stream()
                .filter(c -> c.opinion() == Opinion.OBJECTS)
                .findFirst()
                .orElse(null);
        if (objecting != null) {
            return new DecisionIndication(
                    question.withholding(Outcome.REFUSED_THIRD_PARTY_RIGHTS),
                    on(objecting.respondedOn()) + "收到第三方的意见：不同意公开，有合理理由。");
        }
        if (asked.stream().allMatch(c -> c.opinion() == Opinion.CONSENTS)) {
            return new DecisionIndication(question.leadingOn(), "已征求意见的第三方都同意公开。");
        }
        LocalDate consulted = asked.stream()
                .filter(Consultation::isOpen)
                .map(Consultation::consultedOn)
                .reduce((first, second) -> second)
                .orElse(null);
        if (consulted == null) {
            return new DecisionIndication(null, "第三方没有说明合理的理由，由本机关决定是否公开。");
        }
        LocalDate last = AnswerClock.silenceAfter(consulted, workingDays);
        return new DecisionIndication(
                null,
                today.isAfter(last)
                        ? DayWords.of(consulted) + "征求第三方意见，至" + DayWords.of(last) + "没有提出意见，由本机关决定是否公开。"
                        : DayWords.of(consulted) + "征求第三方意见，期限至" + DayWords.of(last) + "，还没有收到意见。");
    }

    /** An import may tell of a later step without the day of an earlier one. */
    private static String on(@Nullable LocalDate day) {
        return day == null ? "已经" : DayWords.of(day);
    }
}
