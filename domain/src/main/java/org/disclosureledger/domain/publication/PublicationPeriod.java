package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import org.disclosureledger.domain.calendar.WorkingDays;

/**
 * Art. 26: information is published within 20 working days of its making or change. That they are counted from the day
 * after is the general rule; a law or regulation may set another period, which the office knows and this does not.
 */
public final class PublicationPeriod {

    private static final int DAYS = 20;

    private PublicationPeriod() {}

    /** @param from the day on which the information was made or changed */
    public static LocalDate lastDay(LocalDate from, WorkingDays workingDays) {
        return workingDays.after(from, DAYS);
    }
}
