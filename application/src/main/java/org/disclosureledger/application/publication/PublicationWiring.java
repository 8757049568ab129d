package org.disclosureledger.application.publication;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.calendar.OrganCalendars;
import org.disclosureledger.domain.publication.Publication;
import org.disclosureledger.domain.publication.PublicationCommand;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.domain.publication.PublicationRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class PublicationWiring {

    public static final String AGGREGATE = "publication";

    private final AggregateType<PublicationCommand, PublicationEvent, Publication> type;

    PublicationWiring(Aggregates aggregates, OrganCalendars calendars) {
        type = new AggregateType<>(
                AGGREGATE,
                PublicationCommand.class,
                PublicationEvent.class,
                c -> c.publicationId().toString(),
                new Publication.Unprepared(),
                Publication::evolve,
                (command, publication) -> PublicationRules.handle(
                        command, publication, calendars.of(command.organ().value())));
        aggregates.register(type);
    }

    public AggregateType<PublicationCommand, PublicationEvent, Publication> type() {
        return type;
    }
}
