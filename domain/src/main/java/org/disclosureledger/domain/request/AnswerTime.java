package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * How many working days an answer took, counted as {@link AnswerClock} counts its period: from the day after receipt, or
 * after the correction or payment that let the period run anew, to the day of the answer; days on which a third party or
 * another organ was asked are left out (art. 30, 33; 国办函〔2020〕109号 art. 7). What came after the answer changes nothing.
 */
public final class AnswerTime {

    /** Days that do not count: after the first, up to the second. */
    private record Consulted(LocalDate after, LocalDate until) {

        boolean holds(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(until);
        }
    }

    private AnswerTime() {}

    /**
     * Working days of the first answer.
     *
     * @param course not without an answer
     */
    public static int ofFirst(LocalDate receivedOn, Course course, WorkingDays workingDays) {
        return count(receivedOn, course.answers().get(0).decidedOn(), course, workingDays);
    }

    /**
     * Working days of the latest answer; where the request was taken up again, from that day.
     *
     * @param course as it was when that answer was given
     */
    public static int ofLatest(LocalDate receivedOn, Course course, WorkingDays workingDays) {
        Course.Reopening reopening = course.lastReopening();
        return count(
                reopening == null ? receivedOn : reopening.reopenedOn(),
                course.answers().get(course.answers().size() - 1).decidedOn(),
                course,
                workingDays);
    }

    private static int count(LocalDate begin, LocalDate answeredOn, Course course, WorkingDays workingDays) {
        LocalDate start = begin;
        if (!course.corrections().isEmpty()) {
            start = later(start, course.corrections().get(0).receivedOn(), answeredOn);
        }
        for (Course.Fee fee : course.fees()) {
            start = later(start, fee.paidOn(), answeredOn);
        }
        List<Consulted> consulted = consulted(begin, answeredOn, course, workingDays);
        if (consulted.isEmpty()) {
            return workingDays.between(start, answeredOn);
        }
        int count = 0;
        for (LocalDate day = start.plusDays(1); !day.isAfter(answeredOn); day = day.plusDays(1)) {
            LocalDate of = day;
            if (workingDays.isWorkingDay(day) && consulted.stream().noneMatch(c -> c.holds(of))) {
                count++;
            }
        }
        return count;
    }

    /** A step from before this handling, or after its answer, moves nothing. */
    private static LocalDate later(LocalDate start, @Nullable LocalDate step, LocalDate answeredOn) {
        return step != null && step.isAfter(start) && !step.isAfter(answeredOn) ? step : start;
    }

    private static List<Consulted> consulted(
            LocalDate begin, LocalDate answeredOn, Course course, WorkingDays workingDays) {
        List<Consulted> consulted = new ArrayList<>();
        for (Course.Consultation consultation : course.consultations()) {
            LocalDate asked = consultation.consultedOn();
            if (asked == null || asked.isBefore(begin) || asked.isAfter(answeredOn)) {
                continue;
            }
            LocalDate silent = AnswerClock.silenceAfter(asked, workingDays);
            LocalDate responded = consultation.respondedOn();
            consulted.add(new Consulted(asked, responded != null && responded.isBefore(silent) ? responded : silent));
        }
        return consulted;
    }
}
