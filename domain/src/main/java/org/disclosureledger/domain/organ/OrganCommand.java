package org.disclosureledger.domain.organ;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of an organ's own record. */
public sealed interface OrganCommand {

    OrganCode organ();

    /** @param mayIssueRegulations whether it can make 规章 (Legislation Law); null where nobody said */
    record EstablishOrgan(
            OrganCode organ, String name, @Nullable Boolean mayIssueRegulations) implements OrganCommand {}

    record RenameOrgan(OrganCode organ, String name) implements OrganCommand {}

    /**
     * @param fromYear the first year whose tables are to be counted so
     * @param today the day on which it is chosen, in China
     */
    record ChooseCountingRule(OrganCode organ, CountingRule rule, CountingChoice choice, int fromYear, LocalDate today)
            implements OrganCommand {}

    /** @param required whether a second person is to approve it from now on */
    record SetApproval(OrganCode organ, ApprovedStep step, boolean required) implements OrganCommand {}

    /**
     * @param superior null to stand under none
     * @param from the first day on which it stands there
     * @param today the day on which it is stated, in China
     */
    record PlaceOrgan(OrganCode organ, @Nullable OrganCode superior, LocalDate from, LocalDate today)
            implements OrganCommand {}

    /**
     * @param on the first day on which the organ is no more
     * @param today the day on which it is stated, in China
     */
    record MergeOrgan(OrganCode organ, OrganCode into, LocalDate on, LocalDate today) implements OrganCommand {}

    /** Takes back a merger that was entered wrongly. */
    record WithdrawMerger(OrganCode organ, String reason) implements OrganCommand {}
}
