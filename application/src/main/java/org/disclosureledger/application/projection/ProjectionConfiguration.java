package org.disclosureledger.application.projection;

import org.disclosureledger.application.eventstore.EventCatalogue;
import org.disclosureledger.application.eventstore.EventReader;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.access.AccessProjector;
import org.disclosureledger.projections.access.AccessStore;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
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
import org.disclosureledger.projections.reference.ReferenceSql;
import org.disclosureledger.projections.reference.ReferenceStore;
import org.disclosureledger.projections.register.RegisterListStore;
import org.disclosureledger.projections.register.RegisterProjector;
import org.disclosureledger.projections.register.RegisterStore;
import org.disclosureledger.projections.reported.ReportedTablesProjector;
import org.disclosureledger.projections.reported.ReportedTablesStore;
import org.disclosureledger.projections.retention.RetentionProjector;
import org.disclosureledger.projections.retention.RetentionStore;
import org.disclosureledger.projections.trail.TrailProjector;
import org.disclosureledger.projections.trail.TrailStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the projections' plain classes into beans. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    @Bean
    Positions positions(JdbcClient jdbc) {
        return new Positions(jdbc);
    }

    @Bean
    ParkedEventStore parkedEventStore(JdbcTemplate template) {
        return new ParkedEventStore(template);
    }

    @Bean
    EventReader eventReader() {
        return EventCatalogue.current();
    }

    @Bean
    AnnualTablesStore annualTablesStore(JdbcTemplate template) {
        return new AnnualTablesStore(template);
    }

    @Bean
    AnnualTablesProjector annualTablesProjector(AnnualTablesStore store) {
        return new AnnualTablesProjector(store);
    }

    @Bean
    AnnualTablesQuery annualTablesQuery(AnnualTablesStore store, Positions positions) {
        return new AnnualTablesQuery(store, positions);
    }

    @Bean
    ReferenceStore referenceStore(JdbcTemplate template) {
        return new ReferenceStore(template, ReferenceSql.shipped());
    }

    @Bean
    RegisterStore registerStore(JdbcTemplate template) {
        return new RegisterStore(template);
    }

    @Bean
    RegisterListStore registerListStore(JdbcTemplate template) {
        return new RegisterListStore(template);
    }

    @Bean
    RegisterProjector registerProjector(RegisterStore store) {
        return new RegisterProjector(store);
    }

    @Bean
    CaseloadStore caseloadStore(JdbcTemplate template) {
        return new CaseloadStore(template);
    }

    @Bean
    CaseloadProjector caseloadProjector(CaseloadStore store) {
        return new CaseloadProjector(store);
    }

    @Bean
    OrganStore organStore(JdbcClient jdbc) {
        return new OrganStore(jdbc);
    }

    @Bean
    OrganProjector organProjector(OrganStore store) {
        return new OrganProjector(store);
    }

    @Bean
    NarrativeStore narrativeStore(JdbcClient jdbc) {
        return new NarrativeStore(jdbc);
    }

    @Bean
    NarrativeProjector narrativeProjector(NarrativeStore store) {
        return new NarrativeProjector(store);
    }

    @Bean
    PeopleStore peopleStore(JdbcClient jdbc) {
        return new PeopleStore(jdbc);
    }

    @Bean
    PeopleProjector peopleProjector(PeopleStore store) {
        return new PeopleProjector(store);
    }

    @Bean
    AccessStore accessStore(JdbcTemplate template) {
        return new AccessStore(template);
    }

    @Bean
    AccessProjector accessProjector(AccessStore store) {
        return new AccessProjector(store);
    }

    @Bean
    RetentionStore retentionStore(JdbcTemplate template) {
        return new RetentionStore(template);
    }

    @Bean
    RetentionProjector retentionProjector(RetentionStore store) {
        return new RetentionProjector(store);
    }

    @Bean
    PublicationStore publicationStore(JdbcTemplate template) {
        return new PublicationStore(template);
    }

    @Bean
    PublicationProjector publicationProjector(PublicationStore store) {
        return new PublicationProjector(store);
    }

    @Bean
    ReportedTablesStore reportedTablesStore(JdbcClient jdbc) {
        return new ReportedTablesStore(jdbc);
    }

    @Bean
    ReportedTablesProjector reportedTablesProjector(ReportedTablesStore store) {
        return new ReportedTablesProjector(store);
    }

    @Bean
    HandlingStore handlingStore(JdbcTemplate template) {
        return new HandlingStore(template);
    }

    @Bean
    HandlingProjector handlingProjector(HandlingStore store) {
        return new HandlingProjector(store);
    }

    @Bean
    TrailStore trailStore(JdbcTemplate template) {
        return new TrailStore(template);
    }

    @Bean
    TrailProjector trailProjector(TrailStore store) {
        return new TrailProjector(store, ClockConfiguration.CHINA);
    }
}
