package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a case with its ruling.
 *
 * @param instance null for the first: the reconsideration itself, or the trial at first instance
 * @param number the court's number of it
 * @param court where somebody said which
 * @param byOrgan whether the organ itself appealed, where somebody said so
 * @param ruledOn null while it is open, as is the ruling
 */
public record Trial(
        @Nullable Instance instance,
        String number,
        LocalDate beganOn,
        @Nullable String court,
        @Nullable Boolean byOrgan,
        @Nullable LocalDate ruledOn,
        @Nullable RemedyResult ruling) {

    static Trial first(String number, LocalDate beganOn) {
        return new Trial(null, number, beganOn, null, null, null, null);
    }

    static Trial further(RemedyEvent.RemedyAppealed e) {
        return new Trial(e.instance(), e.instanceNumber(), e.appealedOn(), e.court(), e.byOrgan(), null, null);
    }

    /** Whether no ruling of it is known. */
    public boolean isOpen() {
        return ruledOn == null || ruling == null;
    }

    Trial begun(LocalDate on) {
        return new Trial(instance, number, on, court, byOrgan, ruledOn, ruling);
    }

    Trial ruled(@Nullable LocalDate on, @Nullable RemedyResult result) {
        return new Trial(instance, number, beganOn, court, byOrgan, on, result);
    }
}
