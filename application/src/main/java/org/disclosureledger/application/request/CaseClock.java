package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.AnswerClock;
import org.disclosureledger.domain.request.AnswerClock.Treatment;
import org.disclosureledger.domain.request.Course;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a case as people ask about it on a day.
 *
 * @param light how urgent it is
 * @param words the same in a few words
 * @param workingDaysLeft working days after today up to the last day; negative when it is past, null when there is none
 * @param days every day of the period and why it counts or not; none where the case is one of many
 */
public record CaseClock(
        AnswerClock clock,
        Light light,
        String words,
        @Nullable Integer workingDaysLeft,
        List<ClockDay> days) {

    private static final int SOON = 5;

    /** How urgent a case is. Never told by colour alone. */
    public enum Light {
        ANSWERED("answered", "已答复"),
        WAITING("waiting", "等待申请人"),
        RUNNING("running", "办理中"),
        SOON("soon", "即将到期"),
        TODAY("today", "今天到期"),
        OVERDUE("overdue", "已经超期");

        private final String id;
        private final String label;

        Light(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A day of the period.
     *
     * @param number which working day of the period it is; 0 when it does not count
     * @param why in Chinese
     */
    public record ClockDay(LocalDate day, Treatment treatment, int number, String why) {}

    static CaseClock of(CaseFile file, LocalDate today, WorkingDays workingDays) {
        return of(file.receivedOn(), file.course(), today, workingDays);
    }

    /** Without the days, for one of many. */
    static CaseClock inBrief(CaseFile file, LocalDate today, WorkingDays workingDays) {
        return of(
                AnswerClock.of(file.receivedOn(), file.course(), workingDays),
                file.course(),
                today,
                workingDays,
                List.of());
    }

    static CaseClock of(LocalDate receivedOn, Course course, LocalDate today, WorkingDays workingDays) {
        AnswerClock clock = AnswerClock.of(receivedOn, course, workingDays);
        List<ClockDay> days = AnswerClock.days(receivedOn, course, workingDays).stream()
                .map(d -> new ClockDay(d.day(), d.treatment(), d.number(), why(d, workingDays)))
                .toList();
        return of(clock, course, today, workingDays, days);
    }

    private static CaseClock of(
            AnswerClock clock, Course course, LocalDate today, WorkingDays workingDays, List<ClockDay> days) {
        if (course.isAnswered()) {
            return new CaseClock(clock, Light.ANSWERED, answered(clock, course, workingDays), null, days);
        }
        LocalDate last = clock.lastDay();
        if (last == null) {
            return new CaseClock(clock, Light.WAITING, clock.phase().label() + "，期限没有计算", null, days);
        }
        if (today.isAfter(last)) {
            int late = workingDays.between(last, today);
            return new CaseClock(clock, Light.OVERDUE, "已超期 " + late + " 个工作日", -late, days);
        }
        int left = workingDays.between(today, last);
        if (today.equals(last)) {
            return new CaseClock(clock, Light.TODAY, "今天是最后一天", 0, days);
        }
        return new CaseClock(clock, left <= SOON ? Light.SOON : Light.RUNNING, "还有 " + left + " 个工作日", left, days);
    }

    private static String answered(AnswerClock clock, Course course, WorkingDays workingDays) {
        Course.Answer answer = course.answers().get(course.answers().size() - 1);
        LocalDate last = clock.lastDay();
        String told = "已于" + DayWords.of(answer.decidedOn()) + (course.answers().size() > 1 ? "重新答复" : "答复");
        return last == null || !answer.decidedOn().isAfter(last)
                ? told
                : told + "，超期 " + workingDays.between(last, answer.decidedOn()) + " 个工作日";
    }

    private static String why(AnswerClock.Day day, WorkingDays workingDays) {
        String kind = workingDays.why(day.day());
        return switch (day.treatment()) {
            case COUNTED -> "第 " + day.number() + " 个工作日，" + kind;
            case REST -> "不计算，" + kind;
            case CONSULTATION -> "征求意见期间，不计算，" + kind;
        };
    }
}
