package org.disclosureledger.domain.request;

import java.time.LocalDate;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The last day for an answer, from the dates of a register row. Art. 33: 20 working days from the day after receipt,
 * once more at most 20 by extension; consultation of third parties is not counted. Art. 30: from the receipt of the
 * correction. 国办函〔2020〕109号 art. 7: anew from the day after payment.
 */
public final class AnswerPeriod {

    private static final int ANSWER = 20;
    private static final int EXTENSION = 20;
    private static final int CONSULTATION = 15;
    private static final int CORRECTION_NOTICE = 7;

    private AnswerPeriod() {}

    public static LocalDate lastDay(Facts request, WorkingDays workingDays) {
        LocalDate start = latest(
                request.date(RequestFact.RECEIVED_ON),
                request.findDate(RequestFact.CORRECTION_RECEIVED_ON),
                request.findDate(RequestFact.FEE_PAID_ON));
        int days = ANSWER + (request.states(RequestFact.EXTENSION_NOTIFIED_ON) ? EXTENSION : 0);
        LocalDate consulted = request.findDate(RequestFact.THIRD_PARTY_CONSULTED_ON);
        if (consulted != null && !consulted.isBefore(start)) {
            LocalDate silence = workingDays.after(consulted, CONSULTATION);
            LocalDate responded = request.findDate(RequestFact.THIRD_PARTY_RESPONDED_ON);
            days += workingDays.between(consulted, responded == null ? silence : responded);
        }
        return workingDays.after(start, days);
    }

    /** Art. 30: what is unclear is asked within 7 working days of receipt. */
    public static LocalDate lastDayOfCorrectionNotice(LocalDate receivedOn, WorkingDays workingDays) {
        return workingDays.after(receivedOn, CORRECTION_NOTICE);
    }

    private static LocalDate latest(LocalDate first, @Nullable LocalDate second, @Nullable LocalDate third) {
        LocalDate latest = second != null && second.isAfter(first) ? second : first;
        return third != null && third.isAfter(latest) ? third : latest;
    }
}
