package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.AnswerClock;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.PostalService;
import org.disclosureledger.domain.request.RequestRules;
import org.jspecify.annotations.Nullable;

/**
 * What the period of a request would be if it were registered now.
 *
 * @param workingDays how many make up the period
 * @param rest why the day of receipt is no working day, null when it is one
 * @param findings what the rules say of the day of receipt
 */
public record ForeseenPeriod(
        LocalDate receivedOn,
        CaseClock clock,
        long workingDays,
        @Nullable String rest,
        List<Finding> findings) {

    public ForeseenPeriod {
        findings = List.copyOf(findings);
    }

    static ForeseenPeriod of(
            LocalDate receivedOn,
            @Nullable Channel channel,
            @Nullable PostalService service,
            @Nullable LocalDate arrivedOn,
            LocalDate today,
            WorkingDays calendar) {
        CaseClock clock = CaseClock.of(receivedOn, Course.NONE, today, calendar);
        long counted = clock.days().stream()
                .filter(d -> d.treatment() == AnswerClock.Treatment.COUNTED)
                .count();
        return new ForeseenPeriod(
                receivedOn,
                clock,
                counted,
                calendar.isWorkingDay(receivedOn) ? null : calendar.why(receivedOn),
                RequestRules.foresee(receivedOn, channel, service, arrivedOn, today));
    }
}
