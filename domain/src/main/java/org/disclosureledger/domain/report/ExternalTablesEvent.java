package org.disclosureledger.domain.report;

import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What happened to the tables that an organ made without this system. */
public sealed interface ExternalTablesEvent extends DomainEvent {

    ExternalTablesId tablesId();

    /**
     * A superior took in the tables of one of its organs; later ones replace them. Figures as in {@link ReportContent}.
     *
     * @param organ whose tables they are
     * @param receipt how many times tables of this organ and year came in, with this one
     * @param receivedBy the superior that took them in
     * @param fileName of the file that they came in
     * @param digest SHA-256 of that file in hexadecimal digits
     * @param failed the checks that fail and were accepted, one in a line: the check, a blank, how it fails; empty for none
     * @param acceptedBy who answers for that; null when all checks hold
     */
    record ExternalTablesReceived(
            ExternalTablesId tablesId,
            OrganCode organ,
            int year,
            int receipt,
            OrganCode receivedBy,
            String form,
            String figures,
            String fileName,
            String digest,
            String failed,
            @Nullable String acceptedBy,
            @Nullable String reason)
            implements ExternalTablesEvent {}
}
