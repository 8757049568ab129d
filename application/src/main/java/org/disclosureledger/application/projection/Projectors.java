package org.disclosureledger.application.projection;

import java.util.List;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.access.AccessProjector;
import org.disclosureledger.projections.access.AccessStore;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;
import org.disclosureledger.projections.annualtables.AnnualTablesStore;
import org.disclosureledger.projections.caseload.CaseloadProjector;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.disclosureledger.projections.handling.HandlingProjector;
import org.disclosureledger.projections.handling.HandlingStore;
import org.disclosureledger.projections.narrative.NarrativeProjector;
import org.disclosureledger.projections.narrative.NarrativeStore;
import org.disclosureledger.projections.organ.OrganProjector;
import org.disclosureledger.projections.organ.OrganStore;
import org.disclosureledger.projections.people.PeopleProjector;
import org.disclosureledger.projections.people.PeopleStore;
import org.disclosureledger.projections.publication.PublicationProjector;
import org.disclosureledger.projections.publication.PublicationStore;
import org.disclosureledger.projections.register.RegisterProjector;
import org.disclosureledger.projections.register.RegisterStore;
import org.disclosureledger.projections.reported.ReportedTablesProjector;
import org.disclosureledger.projections.reported.ReportedTablesStore;
import org.disclosureledger.projections.retention.RetentionProjector;
import org.disclosureledger.projections.retention.RetentionStore;
import org.disclosureledger.projections.trail.TrailProjector;
import org.disclosureledger.projections.trail.TrailStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All projectors, to replay the ledger beside the service. */
public final class Projectors {

    private Projectors() {}

    /** Projectors that write to the tables which this connection sees under their names. */
    public static List<Projector> on(JdbcTemplate template) {
        JdbcClient jdbc = JdbcClient.create(template);
        return List.of(
                new AnnualTablesProjector(new AnnualTablesStore(template)),
                new RegisterProjector(new RegisterStore(template)),
                new CaseloadProjector(new CaseloadStore(template)),
                new OrganProjector(new OrganStore(jdbc)),
                new NarrativeProjector(new NarrativeStore(jdbc)),
                new PublicationProjector(new PublicationStore(template)),
                new ReportedTablesProjector(new ReportedTablesStore(jdbc)),
                new PeopleProjector(new PeopleStore(jdbc)),
                new AccessProjector(new AccessStore(template)),
                new RetentionProjector(new RetentionStore(template)),
                new HandlingProjector(new HandlingStore(template)),
                new TrailProjector(new TrailStore(template), ClockConfiguration.CHINA));
    }
}
