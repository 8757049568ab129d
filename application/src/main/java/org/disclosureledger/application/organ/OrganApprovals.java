package org.disclosureledger.application.organ;

import java.util.Arrays;
import java.util.List;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.organ.Organ;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganCommand;
import org.disclosureledger.domain.organ.OrganEvent;
import org.springframework.stereotype.Component;

/**
 * What an organ wants a second person to approve. Told from the organ's own few events each time, so that what another
 * node has just recorded holds at once.
 */
@Component
public class OrganApprovals {

    private final Organs organs;
    private final Commands commands;
    private final Projections projections;
    private final Ledger ledger;

    OrganApprovals(Organs organs, Commands commands, Projections projections, Ledger ledger) {
        this.organs = organs;
        this.commands = commands;
        this.projections = projections;
        this.ledger = ledger;
    }

    public boolean required(String organ, ApprovedStep step) {
        return of(organ).requiresApproval(step);
    }

    /** A kind of step, and whether a second person approves it now. */
    public record Setting(ApprovedStep step, boolean required) {}

    public List<Setting> settings(String organ) {
        Organ now = of(organ);
        return Arrays.stream(ApprovedStep.values())
                .map(step -> new Setting(step, now.requiresApproval(step)))
                .toList();
    }

    private Organ of(String organ) {
        Organ now = new Organ.Unknown();
        for (StoredEvent event : ledger.ofAggregate(OrganWiring.id(organ), 0)) {
            now = now.evolve((OrganEvent) event.event());
        }
        return now;
    }

    /** Says whether a second person approves such steps from now on. */
    public Recorded set(String organ, ApprovedStep step, boolean required, String user, CommandId id) {
        organs.require(organ);
        Recorded recorded = commands.send(
                OrganWiring.AGGREGATE,
                new OrganCommand.SetApproval(new OrganCode(organ), step, required),
                Aggregates.by(user),
                id,
                List.of());
        projections.catchUp();
        return recorded;
    }
}
