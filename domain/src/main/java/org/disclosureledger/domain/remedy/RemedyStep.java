package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** One legal step of an accepted case, recorded when it happens. */
public sealed interface RemedyStep extends RemedyCommand {

    /** Legal date of the step. */
    LocalDate on();

    /** The day on which it is recorded, in China; no step lies after it. */
    LocalDate today();

    RemedyStepKind kind();

    /** Record how the reconsideration, or the trial at first instance, ended. */
    record ConcludeRemedy(RemedyId remedyId, OrganCode organ, LocalDate today, LocalDate on, RemedyResult result)
            implements RemedyStep {

        @Override
        public RemedyStepKind kind() {
            return RemedyStepKind.CONCLUDE;
        }
    }

    /**
     * Record that a lawsuit went on to a further instance.
     *
     * @param number the court's number of that instance
     * @param byOrgan whether the organ itself appealed or applied
     */
    record AppealRemedy(
            RemedyId remedyId,
            OrganCode organ,
            LocalDate today,
            LocalDate on,
            Instance instance,
            String number,
            @Nullable String court,
            @Nullable Boolean byOrgan)
            implements RemedyStep {

        @Override
        public RemedyStepKind kind() {
            return RemedyStepKind.APPEAL;
        }
    }

    /** Record how the further instance ended. */
    record ConcludeAppeal(RemedyId remedyId, OrganCode organ, LocalDate today, LocalDate on, RemedyResult ruling)
            implements RemedyStep {

        @Override
        public RemedyStepKind kind() {
            return RemedyStepKind.CONCLUDE_APPEAL;
        }
    }
}
