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
}
