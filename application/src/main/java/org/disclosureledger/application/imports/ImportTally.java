package org.disclosureledger.application.imports;

import org.jspecify.annotations.Nullable;

/** Running counts of one import. */
final class ImportTally {

    long rows;
    long cases;
    long events;
    long unchanged;
    long faults;
    long warnings;

    @Nullable Long firstEvent;

    @Nullable Long lastEvent;
}
