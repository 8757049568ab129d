package org.disclosureledger.domain.organ;

import org.jspecify.annotations.Nullable;

/** What can be asked of an organ's own record. */
public sealed interface OrganCommand {

    OrganCode organ();

    /** @param mayIssueRegulations whether it can make 规章 (Legislation Law); null where nobody said */
    record EstablishOrgan(
            OrganCode organ, String name, @Nullable Boolean mayIssueRegulations) implements OrganCommand {}

    record RenameOrgan(OrganCode organ, String name) implements OrganCommand {}
}
