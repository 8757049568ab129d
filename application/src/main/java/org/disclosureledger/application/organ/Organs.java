package org.disclosureledger.application.organ;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganCommand;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.organ.OrganStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes and finds organs, for API and pages alike. */
@Component
public class Organs {

    private final Commands commands;
    private final OrganStore organs;
    private final Projections projections;
    private final Ledger ledger;

    public Organs(Commands commands, OrganStore organs, Projections projections, Ledger ledger) {
        this.ledger = ledger;
        this.commands = commands;
        this.organs = organs;
        this.projections = projections;
    }

    /**
     * @throws Problem when the code has characters that a code must not have
     * @throws org.disclosureledger.domain.CommandRejected when the code is another organ's
     */
    public Recorded establish(
            String code, String name, @Nullable Boolean mayIssueRegulations, String user, CommandId id) {
        Recorded recorded = commands.send(
                OrganWiring.AGGREGATE,
                new OrganCommand.EstablishOrgan(code(code), name, mayIssueRegulations),
                Aggregates.by(user),
                id,
                List.of());
        projections.catchUp();
        return recorded;
    }

    public Recorded rename(String code, String name, String user, CommandId id) {
        require(code);
        Recorded recorded = commands.send(
                OrganWiring.AGGREGATE,
                new OrganCommand.RenameOrgan(code(code), name),
                Aggregates.by(user),
                id,
                List.of());
        projections.catchUp();
        return recorded;
    }

    /** @throws Problem when there is no such organ */
    public OrganRow require(String code) {
        return organs.find(code)
                .or(() -> {
                    projections.catchUp();
                    return organs.find(code);
                })
                .orElseThrow(() -> Problem.unknownOrgan(code));
    }

    /**
     * The organ as it was called at a point of the ledger; before it was entered, as it was called at first.
     *
     * @throws Problem when there is no such organ
     */
    public OrganRow at(String code, ReadPoint at) {
        OrganRow row = require(code);
        if (at.asOf() == null) {
            return row;
        }
        for (StoredEvent stored : ledger.ofAggregate(OrganWiring.id(code), 0)) {
            if (stored.event() instanceof OrganEvent.OrganEstablished e) {
                row = new OrganRow(code, e.name(), e.mayIssueRegulations());
            } else if (stored.event() instanceof OrganEvent.OrganRenamed e && stored.number() <= at.number()) {
                row = new OrganRow(code, e.name(), row.mayIssueRegulations());
            }
        }
        return row;
    }

    /** Those with which whoever asks has something to do. */
    public List<OrganRow> all() {
        return organs.all().stream()
                .filter(organ -> Access.current().knows(organ.code()))
                .toList();
    }

    /** Whoever asks: for those who administer the whole. */
    public List<OrganRow> everywhere() {
        return organs.all();
    }

    public static String inPath(String code) {
        return UriUtils.encodePathSegment(code, StandardCharsets.UTF_8);
    }

    private static OrganCode code(String code) {
        if (!OrganCode.isValid(code)) {
            throw Problem.badRequest("code", "机关代码只能使用文字、数字、点、连字符和下划线，不超过 64 个字符");
        }
        return new OrganCode(code);
    }
}
