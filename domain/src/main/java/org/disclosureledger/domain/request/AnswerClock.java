package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.Course.Consultation;
import org.disclosureledger.domain.request.Course.Correction;
import org.disclosureledger.domain.request.Course.Extension;
import org.disclosureledger.domain.request.Course.Fee;
import org.jspecify.annotations.Nullable;

/**
 * The last day for the answer, derived from the steps of the request (art. 30, 32 to 35; 国办函〔2020〕109号 art. 7), and
 * why it is that day. Days are calendar days in China; the day of a step itself never counts, the next one is the first.
 *
 * <p>What the law leaves open is settled so: a second correction notice starts nothing anew, since art. 30 allows one; an
 * extension or a later date told after the period has ended changes nothing; a consultation stands outside the period for
 * at most the 15 working days that art. 32 and 34 give for the answer; being asked for reasons (art. 35) does not stop the
 * clock; a reopened request has the period of the decision or judgment, which no step moves, or 20 working days where that
 * sets none, on which the steps of the new handling work as they do in the first.
 *
 * @param lastDay null while the clock waits for the applicant
 * @param provisional whether a day was counted in a year for which no notice of holidays is known
 * @param causes the steps that made the period what it is, in the order in which they work
 * @param start the day from whose next day the period runs
 */
public record AnswerClock(
        Phase phase, LocalDate start, @Nullable LocalDate lastDay, boolean provisional, List<Cause> causes) {

    /** Art. 33. */
    static final int ANSWER = 20;

    /** Art. 33. */
    static final int EXTENSION = 20;

    /** Art. 32, 34. */
    static final int CONSULTATION = 15;

    /** Art. 30. */
    private static final int CORRECTION_NOTICE = 7;

    /** 国办函〔2020〕109号 art. 6. */
    private static final int PAYMENT = 20;

    /** What the clock is doing. */
    public enum Phase {
        RUNNING("计算中"),
        AWAITING_CORRECTION("等待申请人补正"),
        AWAITING_PAYMENT("等待申请人缴费"),
        LATER_DATE("按告知的合理期限答复");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A step that starts, stops or lengthens the period. */
    public enum Effect {
        RECEIVED("收到申请，自次日起计算20个工作日", "《政府信息公开条例》第三十一条、第三十三条"),
        CORRECTION_ASKED("告知补正，等待补正期间不计算答复期限", "《政府信息公开条例》第三十条"),
        CORRECTED("收到补正，答复期限自次日起重新计算", "《政府信息公开条例》第三十条"),
        ASKED_AGAIN("再次要求补正：补正只告知一次，答复期限不再重新计算", "《政府信息公开条例》第三十条"),
        FEE_NOTIFIED("发出收费通知，等待缴费期间不计算答复期限", "国办函〔2020〕109号第七条"),
        FEE_PAID("收到缴费，答复期限自次日起重新计算", "国办函〔2020〕109号第七条"),
        EXTENDED("告知延期，延长 %d 个工作日", "《政府信息公开条例》第三十三条"),
        EXTENDED_TOO_LATE("告知延期时期限（%s）已过，不产生延长的效力", "《政府信息公开条例》第三十三条"),
        THIRD_PARTY_ASKED("征求第三方意见，至%s的时间不计算在内", "《政府信息公开条例》第三十二条、第三十三条"),
        ORGAN_ASKED("征求其他机关意见，至%s的时间不计算在内", "《政府信息公开条例》第三十三条、第三十四条"),
        LATER_DATE_FIXED("告知延迟答复的合理期限，至%s", "《政府信息公开条例》第三十五条"),
        LATER_DATE_TOO_LATE("告知延迟答复的合理期限时，答复期限（%s）已过，不改变期限", "《政府信息公开条例》第三十五条"),
        REOPENED("重新办理，按复议决定、裁判或者本机关确定的期限，至%s", "《行政复议法》第六十四条、第六十六条，《行政诉讼法》第七十条、第七十二条"),
        REOPENED_WITHOUT_DATE("重新办理，没有另定期限，自次日起计算20个工作日", "《政府信息公开条例》第三十三条");

        private final String sentence;
        private final String ground;

        Effect(String sentence, String ground) {
            this.sentence = sentence;
            this.ground = ground;
        }

        Cause on(LocalDate day, Object... details) {
            return new Cause(day, this, DayWords.sentence(sentence, details), ground);
        }
    }

    /**
     * Why the last day is what it is: one step and what it does to the period.
     *
     * @param on legal date of the step
     * @param sentence in Chinese
     * @param ground article or notice
     */
    public record Cause(LocalDate on, Effect effect, String sentence, String ground) {}

    /** How a day of the period is treated. */
    public enum Treatment {
        COUNTED,
        REST,
        /** Art. 33: while a third party or another organ is asked. */
        CONSULTATION
    }

    /**
     * A day of the period.
     *
     * @param number which working day of the period it is; 0 when it does not count
     */
    public record Day(LocalDate day, Treatment treatment, int number) {}

    /** Working days outside the period, from the day after the consultation. */
    private record Span(LocalDate after, LocalDate until, Effect effect) {

        boolean holds(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(until);
        }
    }

    /** What counting alone makes of the period. */
    private record Count(
            LocalDate lastDay, boolean settled, @Nullable Cause extension) {}

    public AnswerClock {
        causes = List.copyOf(causes);
    }

    /** The clock of a received request. */
    public static AnswerClock of(LocalDate receivedOn, Course course, WorkingDays workingDays) {
        return run(receivedOn, course, workingDays, new ArrayList<>());
    }

    /**
     * Every day from the first of the period to the last, and how it was treated; empty while the clock waits and where a
     * date was fixed, which is not counted.
     */
    public static List<Day> days(LocalDate receivedOn, Course course, WorkingDays workingDays) {
        List<Day> days = new ArrayList<>();
        AnswerClock clock = run(receivedOn, course, workingDays, days);
        return clock.phase == Phase.RUNNING ? List.copyOf(days) : List.of();
    }

    /** The last day by counting, whatever later date was fixed (art. 35); null where nothing is counted. */
    static @Nullable LocalDate countedUntil(LocalDate receivedOn, Course course, WorkingDays workingDays) {
        List<Day> days = new ArrayList<>();
        run(receivedOn, course, workingDays, days);
        return days.isEmpty() ? null : days.get(days.size() - 1).day();
    }

    private static AnswerClock run(LocalDate receivedOn, Course course, WorkingDays workingDays, List<Day> days) {
        List<Cause> causes = new ArrayList<>();
        Course.Reopening reopening = course.lastReopening();
        if (reopening != null) {
            LocalDate due = reopening.answerDueOn();
            if (due != null) {
                causes.add(Effect.REOPENED.on(reopening.reopenedOn(), due));
                return new AnswerClock(Phase.LATER_DATE, reopening.reopenedOn(), due, false, causes);
            }
            causes.add(Effect.REOPENED_WITHOUT_DATE.on(reopening.reopenedOn()));
        } else {
            causes.add(Effect.RECEIVED.on(receivedOn));
        }
        LocalDate begin = reopening == null ? receivedOn : reopening.reopenedOn();
        LocalDate start = latest(corrected(begin, course, causes), paid(course, causes));
        if (course.awaitsCorrection()) {
            return new AnswerClock(Phase.AWAITING_CORRECTION, start, null, false, causes);
        }
        if (course.awaitsPayment()) {
            return new AnswerClock(Phase.AWAITING_PAYMENT, start, null, false, causes);
        }
        return counted(start, course, workingDays, causes, days);
    }

    private static AnswerClock counted(
            LocalDate start, Course course, WorkingDays workingDays, List<Cause> causes, List<Day> days) {
        List<Span> spans = consultations(start, course, workingDays);
        Count count = count(start, course.extensionOfHandling(), spans, workingDays, days);
        LocalDate last = count.lastDay;
        for (Span span : spans) {
            if (span.after.isBefore(last)) {
                causes.add(span.effect.on(span.after, span.until));
            }
        }
        if (count.extension != null) {
            causes.add(count.extension);
        }
        Course.LaterDate later = course.laterDateOfHandling();
        if (later != null && later.fixedOn().isAfter(last)) {
            causes.add(Effect.LATER_DATE_TOO_LATE.on(later.fixedOn(), last));
        } else if (later != null && later.answerDueOn().isAfter(last)) {
            causes.add(Effect.LATER_DATE_FIXED.on(later.fixedOn(), later.answerDueOn()));
            return new AnswerClock(Phase.LATER_DATE, start, later.answerDueOn(), false, causes);
        }
        return new AnswerClock(Phase.RUNNING, start, last, !count.settled, causes);
    }

    private static LocalDate corrected(LocalDate begin, Course course, List<Cause> causes) {
        LocalDate start = begin;
        for (int i = 0; i < course.corrections().size(); i++) {
            Correction correction = course.corrections().get(i);
            LocalDate requestedOn = correction.requestedOn();
            LocalDate received = correction.receivedOn();
            LocalDate on = requestedOn == null ? received : requestedOn;
            if (i > 0) {
                if (on != null && course.inHandling(on)) {
                    causes.add(Effect.ASKED_AGAIN.on(on));
                }
                continue;
            }
            if (requestedOn != null && course.inHandling(requestedOn)) {
                causes.add(Effect.CORRECTION_ASKED.on(requestedOn));
            }
            if (received != null && course.inHandling(received)) {
                causes.add(Effect.CORRECTED.on(received));
                start = latest(start, received);
            }
        }
        return start;
    }

    private static @Nullable LocalDate paid(Course course, List<Cause> causes) {
        LocalDate last = null;
        for (Fee fee : course.fees()) {
            LocalDate notifiedOn = fee.notifiedOn();
            if (notifiedOn != null && course.inHandling(notifiedOn)) {
                causes.add(Effect.FEE_NOTIFIED.on(notifiedOn));
            }
            LocalDate paidOn = fee.paidOn();
            if (paidOn != null && course.inHandling(paidOn)) {
                causes.add(Effect.FEE_PAID.on(paidOn));
                last = paidOn;
            }
        }
        return last;
    }

    private static List<Span> consultations(LocalDate start, Course course, WorkingDays workingDays) {
        List<Span> spans = new ArrayList<>();
        for (Consultation consultation : course.consultations()) {
            LocalDate asked = consultation.consultedOn();
            if (asked == null || !course.inHandling(asked)) {
                continue;
            }
            LocalDate until = silenceAfter(asked, workingDays);
            LocalDate responded = consultation.respondedOn();
            if (responded != null && responded.isBefore(until)) {
                until = responded;
            }
            if (until.isAfter(latest(start, asked))) {
                spans.add(new Span(
                        asked, until, consultation.thirdParty() ? Effect.THIRD_PARTY_ASKED : Effect.ORGAN_ASKED));
            }
        }
        return spans;
    }

    private static Count count(
            LocalDate start, @Nullable Extension extension, List<Span> spans, WorkingDays workingDays, List<Day> days) {
        Cause extended = null;
        int target = ANSWER;
        boolean settled = true;
        LocalDate day = start;
        int counted = 0;
        while (counted < target) {
            day = day.plusDays(1);
            settled &= workingDays.isSettled(day);
            LocalDate of = day;
            if (!workingDays.isWorkingDay(day)) {
                days.add(new Day(day, Treatment.REST, 0));
            } else if (spans.stream().anyMatch(s -> s.holds(of))) {
                days.add(new Day(day, Treatment.CONSULTATION, 0));
            } else {
                days.add(new Day(day, Treatment.COUNTED, ++counted));
            }
            if (counted == ANSWER && extension != null && extended == null) {
                boolean tooLate = extension.notifiedOn().isAfter(day);
                extended = tooLate
                        ? Effect.EXTENDED_TOO_LATE.on(extension.notifiedOn(), day)
                        : Effect.EXTENDED.on(extension.notifiedOn(), extension.days());
                target += tooLate ? 0 : extension.days();
            }
        }
        return new Count(day, settled, extended);
    }

    /** Art. 30: what is unclear is asked within 7 working days of receipt. */
    public static LocalDate lastDayOfCorrectionNotice(LocalDate receivedOn, WorkingDays workingDays) {
        return workingDays.after(receivedOn, CORRECTION_NOTICE);
    }

    /** Art. 32, 34: the day after which a consulted third party or organ counts as silent. */
    public static LocalDate silenceAfter(LocalDate consultedOn, WorkingDays workingDays) {
        return workingDays.after(consultedOn, CONSULTATION);
    }

    /** 国办函〔2020〕109号 art. 6: the day after which an unpaid request is not handled any more. */
    public static LocalDate lastDayOfPayment(LocalDate notifiedOn, WorkingDays workingDays) {
        return workingDays.after(notifiedOn, PAYMENT);
    }

    private static LocalDate latest(LocalDate first, @Nullable LocalDate second) {
        return second != null && second.isAfter(first) ? second : first;
    }
}
