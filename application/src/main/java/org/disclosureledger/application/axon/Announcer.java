package org.disclosureledger.application.axon;

import java.util.List;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.register.Finding;

/** Says, before events are recorded, what somebody who has published should know of them. */
public interface Announcer {

    /**
     * @param events what one command would record, of one organ
     * @return faults; they become warnings for whoever has already heard of them
     */
    List<Finding> announce(List<? extends DomainEvent> events);
}
