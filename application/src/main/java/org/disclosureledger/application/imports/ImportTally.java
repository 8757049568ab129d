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

    /** The counts of a file of which nothing went in. */
    ImportTally refused() {
        ImportTally refused = new ImportTally();
        refused.rows = rows;
        refused.faults = faults;
        refused.warnings = warnings;
        return refused;
    }
}
