package org.disclosureledger.application.counting;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.organ.OrganWiring;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganCommand;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AppliedRule;
import org.disclosureledger.projections.annualtables.MadeChoice;
import org.springframework.stereotype.Component;

/** Chooses counting rules and tells which are in force. */
@Component
public class ChosenRules {

    private final Organs organs;
    private final Commands commands;
    private final Projections projections;
    private final AnnualTablesQuery tables;
    private final Clock clock;

    ChosenRules(Organs organs, Commands commands, Projections projections, AnnualTablesQuery tables, Clock clock) {
        this.organs = organs;
        this.commands = commands;
        this.projections = projections;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Records a choice and waits until the tables show it.
     *
     * @throws CommandRejected when the choice is another rule's, or the year impossible
     */
    public Recorded choose(
            String organ, CountingRule rule, CountingChoice choice, int fromYear, String user, CommandId id) {
        organs.require(organ);
        Recorded recorded = commands.send(
                OrganWiring.AGGREGATE,
                new OrganCommand.ChooseCountingRule(
                        new OrganCode(organ),
                        rule,
                        choice,
                        fromYear,
                        ZonedDateTime.now(clock).toLocalDate()),
                Aggregates.by(user),
                id,
                List.of());
        projections.catchUp();
        return recorded;
    }

    /** How the tables of a year are counted now. */
    public List<AppliedRule> applied(String organ, int year) {
        return tables.rules(organ, year, tables.now());
    }

    /** All choices of an organ, the first first. */
    public List<MadeChoice> made(String organ) {
        return tables.choices(organ, tables.now());
    }

    public int thisYear() {
        return ZonedDateTime.now(clock).getYear();
    }
}
