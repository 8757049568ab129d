package org.disclosureledger.application.calendar;

import org.disclosureledger.domain.calendar.WorkingDays;

/**
 * An organ's working days are others from now on.
 *
 * @param notice what changed them
 */
public record CalendarChanged(String organ, WorkingDays before, WorkingDays after, String notice, String user) {}
