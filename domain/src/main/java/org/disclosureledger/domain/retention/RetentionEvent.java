package org.disclosureledger.domain.retention;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of an organ's personal data. None of these says anything of a person; cases are named by their identifiers
 * as {@link Cases} writes them.
 */
public sealed interface RetentionEvent extends DomainEvent {

    /** @param months after which closed cases are restricted; null for never */
    record RestrictionTermSet(
            OrganCode organ, RestrictionRule rule, @Nullable Integer months) implements RetentionEvent {}

    /**
     * Somebody proposed to destroy the personal data of cases.
     *
     * @param batch which proposal of the organ, from 1
     * @param schedule the item of the archive schedule by which they were kept, in its words
     * @param years for which they had to be kept, from the year after the end
     * @param proposedOn day of the proposal, in China
     * @param proposedBy sign-in name
     */
    record DestructionProposed(
            OrganCode organ,
            Integer batch,
            String schedule,
            Integer years,
            String cases,
            LocalDate proposedOn,
            String proposedBy)
            implements RetentionEvent {}

    record DestructionAbandoned(OrganCode organ, Integer batch, String reason) implements RetentionEvent {}

    /**
     * The package for the archives was made and given to who asked for it.
     *
     * @param digest SHA-256 of the package, in hexadecimal digits
     */
    record ArchivePackageExported(OrganCode organ, Integer batch, String digest) implements RetentionEvent {}

    /**
     * A second person approved, and with this the keys of the cases are gone.
     *
     * @param digest of the package that was exported before
     * @param approvedBy sign-in name, another one than that of who proposed it
     */
    record PersonalDataDestroyed(
            OrganCode organ, Integer batch, String cases, String digest, LocalDate destroyedOn, String approvedBy)
            implements RetentionEvent {}
}
