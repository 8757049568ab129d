package org.disclosureledger.domain.retention;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What can be asked about an organ's personal data. */
public sealed interface RetentionCommand {

    OrganCode organ();

    /** @param months null when nothing is to be restricted */
    record SetRestrictionTerm(OrganCode organ, @Nullable Integer months) implements RetentionCommand {}

    /**
     * A case as it stands.
     *
     * @param endedOn day of the latest answer or of the end of the latest instance; null while it is open
     * @param remedyPending whether a reconsideration or a lawsuit about it, or the remedy itself, is not concluded
     * @param changedSinceExport whether something was recorded of it since the package for the archives was made
     */
    record Candidate(String caseId, @Nullable LocalDate endedOn, boolean remedyPending, boolean changedSinceExport) {}

    /**
     * @param today in China
     * @param by sign-in name of who asks
     */
    record ProposeDestruction(
            OrganCode organ, String schedule, int years, List<Candidate> candidates, LocalDate today, String by)
            implements RetentionCommand {

        public ProposeDestruction {
            candidates = List.copyOf(candidates);
        }
    }

    record AbandonDestruction(OrganCode organ, int batch, String reason) implements RetentionCommand {}

    /** @param digest SHA-256 of the package, in hexadecimal digits */
    record RecordExport(OrganCode organ, int batch, String digest) implements RetentionCommand {}

    /**
     * @param candidates the cases of the batch as they stand now
     * @param today in China
     * @param by sign-in name of who approves
     */
    record ApproveDestruction(OrganCode organ, int batch, List<Candidate> candidates, LocalDate today, String by)
            implements RetentionCommand {

        public ApproveDestruction {
            candidates = List.copyOf(candidates);
        }
    }
}
