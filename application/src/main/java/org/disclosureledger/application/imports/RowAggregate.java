package org.disclosureledger.application.imports;

import java.util.UUID;
import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;

/** How rows of a register become commands of an aggregate. */
record RowAggregate<C, E extends DomainEvent, S>(
        RegisterLayout register, AggregateType<C, E, S> type, ToCommand<C> command) {

    /** Makes the command that records an entry of a case. */
    interface ToCommand<C> {

        C command(UUID caseId, OrganCode organ, Entry entry);
    }
}
