package org.disclosureledger.domain.tally;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;

/** What can be asked of a reported figure. */
public sealed interface TallyCommand {

    TallyId tallyId();

    OrganCode organ();

    /** Record what a row of the register says; another figure for the same item and year replaces the earlier one. */
    record RecordTally(TallyId tallyId, OrganCode organ, Entry entry) implements TallyCommand {}
}
