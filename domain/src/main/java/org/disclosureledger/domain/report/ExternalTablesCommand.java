package org.disclosureledger.domain.report;

import java.util.List;
import org.disclosureledger.domain.organ.OrganCode;

/** What can be asked of the tables that an organ made without this system. */
public sealed interface ExternalTablesCommand {

    ExternalTablesId tablesId();

    OrganCode organ();

    /**
     * @param organ whose tables they are
     * @param receivedBy the superior that takes them in
     * @param figures a line for each figure in the order of the form: address, {@code =}, plain decimal
     * @param failed the checks that fail
     * @param acceptedBy who answers for those, blank for nobody
     * @param publishes whether the organ has published the year in this system
     */
    record ReceiveExternalTables(
            ExternalTablesId tablesId,
            OrganCode organ,
            int year,
            OrganCode receivedBy,
            String form,
            String figures,
            String fileName,
            String digest,
            List<FailedCheck> failed,
            String acceptedBy,
            String reason,
            boolean publishes)
            implements ExternalTablesCommand {}
}
