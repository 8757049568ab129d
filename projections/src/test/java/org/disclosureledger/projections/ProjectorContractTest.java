package org.disclosureledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.access.AccessId;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.access.SubjectId;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Procedure;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportId;
import org.disclosureledger.domain.report.ExternalTablesEvent;
import org.disclosureledger.domain.report.ExternalTablesId;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.retention.RestrictionRule;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.domain.tally.TallyItem;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every projector owes: given the same events, however often and however cut into batches, the same rows. */
class ProjectorContractTest {

    private static final OrganCode COUNTY = new OrganCode("county");
    private static final AccountId PERSON = new AccountId(new UUID(9, 1));

    private static AccessId access(long number) {
        return new AccessId(new UUID(8, number));
    }

    /** What no event tells: how far each projector has read, and which migrations the schema has had. */
    private static final List<String> BOOKKEEPING =
            List.of("projection_position", "parked_event", "flyway_schema_history");

    record Subject(Projector projector) {

        @Override
        public String toString() {
            return projector.name();
        }

        String rows() {
            return String.join(
                    "\n--\n",
                    projector.tables().stream()
                            .map(t -> TestDatabase.contents(t.name()))
                            .toList());
        }
    }

    static Stream<Subject> projectors() {
        JdbcTemplate template = TestDatabase.template();
        JdbcClient jdbc = JdbcClient.create(template);
        return Stream.of(
                new Subject(new AnnualTablesProjector(new AnnualTablesStore(template))),
                new Subject(new RegisterProjector(new RegisterStore(template))),
                new Subject(new CaseloadProjector(new CaseloadStore(template))),
                new Subject(new OrganProjector(new OrganStore(jdbc))),
                new Subject(new NarrativeProjector(new NarrativeStore(jdbc))),
                new Subject(new PublicationProjector(new PublicationStore(template))),
                new Subject(new ReportedTablesProjector(new ReportedTablesStore(jdbc))),
                new Subject(new PeopleProjector(new PeopleStore(jdbc))),
                new Subject(new AccessProjector(new AccessStore(template))),
                new Subject(new RetentionProjector(new RetentionStore(template))),
                new Subject(new HandlingProjector(new HandlingStore(template))),
                new Subject(new TrailProjector(new TrailStore(template), ZoneOffset.ofHours(8))));
    }

    private static List<RecordedEvent> year() {
        return new History()
                .organ("清河镇人民政府")
                .received(1, ApplicantKind.NATURAL_PERSON, "2024-03-05")
                .received(2, ApplicantKind.COMMERCIAL_ENTERPRISE, "2023-12-05")
                .together()
                .received(3, ApplicantKind.RESEARCH_INSTITUTION, "2024-06-03")
                .decided(3, Outcome.NOT_PROCESSED_PETITION, "2024-06-13")
                .apart()
                .decided(1, Outcome.GRANTED, "2024-03-20")
                .corrected(1, "outcome", "granted", "partiallyGranted")
                .accepted(1, Procedure.RECONSIDERATION, null, 1, "2024-04-08")
                .concluded(1, RemedyResult.UPHELD, "2024-05-08")
                .accepted(2, Procedure.LITIGATION, false, 1, "2024-04-08")
                .concluded(2, RemedyResult.UPHELD, "2024-05-08")
                .appealed(2, Instance.SECOND_INSTANCE, "2024-05-20")
                .ended(2, RemedyResult.CORRECTED, "2025-02-20")
                .correctedRemedy(2, "result", "corrected", "other")
                .accepted(3, Procedure.LITIGATION, true, null, "2024-04-08")
                .concluded(3, RemedyResult.UPHELD, "2024-05-08")
                .appealed(3, Instance.SECOND_INSTANCE, "2024-05-20")
                .reopened(1, "2025-03-03")
                .decidedAnew(1, Outcome.GRANTED, "2025-03-20")
                .chose(CountingChoice.EACH_INSTANCE, 2024)
                .issued(1, "2024-01-08")
                .repealed(1, "2024-11-08")
                .reported(TallyItem.FEES, 2024, "1.25")
                .reported(TallyItem.FEES, 2024, "1.2500")
                .and(new AccountEvent.AccountOpened(PERSON, History.TOWN, "wang.min", new SealedText("s1.name"), null))
                .and(new AccountEvent.RoleGranted(PERSON, History.TOWN, Role.CLERK))
                .and(new AccountEvent.RoleGranted(PERSON, new OrganCode("village"), Role.HANDLER))
                .and(new OrganEvent.OrganRenamed(History.TOWN, "清河镇人民政府", "清河街道办事处"))
                .and(new RequestEvent.HandlerAssigned(History.request(2), History.TOWN, PERSON, null, null))
                .and(new RequestEvent.HandlerAssigned(History.request(3), History.TOWN, PERSON, null, null))
                .and(new RequestEvent.HandlerReleased(History.request(3), History.TOWN, PERSON, null))
                .and(new RequestEvent.ExtensionProposed(
                        History.request(2), History.TOWN, 1, "wang.min", LocalDate.of(2024, 1, 2), 5, "张主任", null))
                .and(new RequestEvent.ProposalReturned(
                        History.request(2), History.TOWN, 1, new SealedText("s1.reason")))
                .together()
                .and(new RequestEvent.ProposalApproved(History.request(2), History.TOWN, 2, "wang.min"))
                .decided(2, Outcome.OTHER_OTHER, "2025-01-06")
                .apart()
                .and(new RequestEvent.ExtensionProposed(
                        History.request(2), History.TOWN, 3, "wang.min", LocalDate.of(2024, 1, 2), 5, "张主任", null))
                .and(new OrganEvent.ApprovalRequired(History.TOWN, ApprovedStep.DECISION))
                .and(new OrganEvent.ApprovalDropped(History.TOWN, ApprovedStep.DECISION))
                .and(new OrganEvent.OrganRenamed(History.TOWN, "清河街道办事处", "清河新区管理委员会"))
                .wrote(ReportSection.OVERVIEW, "2024年……")
                .wrote(ReportSection.OVERVIEW, "2024年，本机关……")
                .prepared(1, ContentClass.BUDGETS, "财政收支", "2024-02-20")
                .prepared(2, ContentClass.PLANS, null, "2024-03-04")
                .reviewed(1, "2024-02-26")
                .together()
                .published(1, PublicationChannel.WEBSITE, "2024-02-28")
                .published(1, PublicationChannel.NOTICE_BOARD, "2024-02-28")
                .apart()
                .updated(1, "2024-05-06")
                .updated(1, "2024-05-06")
                .correctedPublication(1, "contentClass", "budgets", "charges")
                .reviewed(1, "2024-05-07")
                .published(1, PublicationChannel.WEBSITE, "2024-05-08")
                .correctedPublication(1, "publishedOn:2", "2024-02-28", "2023-12-28")
                .withdrawn(1, null, "2025-01-06")
                .and(new AccountEvent.RoleWithdrawn(PERSON, History.TOWN, Role.CLERK, "轮岗"))
                .and(new AccountEvent.AccountSuspended(PERSON, History.TOWN, "休假"))
                .and(new AccountEvent.AccountResumed(PERSON, History.TOWN, "销假"))
                .and(new AccountEvent.AccountSuspended(PERSON, History.TOWN, "调离"))
                .and(new AccountEvent.IdentityLinked(PERSON, History.TOWN, "0a"))
                .and(new AccountEvent.IdentityUnlinked(PERSON, History.TOWN, "换号"))
                .and(new AccountEvent.IdentityLinked(PERSON, History.TOWN, "0b"))
                .and(new AccessEvent.SignedIn(
                        access(1), OrganCode.ALL, "admin", false, true, new SealedText("s1.place")))
                .and(new AccessEvent.PersonalDataRead(
                        access(2), History.TOWN, "wang.min", ReadingPurpose.CASE_FILE, new SubjectId(new UUID(7, 1))))
                .and(new AccessEvent.DataExported(
                        access(3), History.TOWN, "wang.min", ExportKind.REGISTER, "requests", null, true))
                .and(new AccessEvent.SignInsRefused(access(4), OrganCode.ALL, null, new SealedText("s1.place")))
                .and(new RetentionEvent.RestrictionTermSet(History.TOWN, RestrictionRule.AFTER_THE_END_2026, 12))
                .and(proposed(1))
                .and(new RetentionEvent.DestructionAbandoned(History.TOWN, 1, "仍在使用"))
                .and(proposed(2))
                .and(new RetentionEvent.RestrictionTermSet(History.TOWN, RestrictionRule.AFTER_THE_END_2026, null))
                .and(new RetentionEvent.ArchivePackageExported(History.TOWN, 2, "0a"))
                .and(new RetentionEvent.ArchivePackageExported(History.TOWN, 2, "0b"))
                .and(new RetentionEvent.PersonalDataDestroyed(
                        History.TOWN, 2, "case-1 case-2", "0b", LocalDate.of(2026, 12, 15), "zhao.li"))
                .and(new OrganEvent.OrganPlaced(History.TOWN, COUNTY, LocalDate.of(2020, 1, 1)))
                .and(new OrganEvent.OrganPlaced(History.TOWN, COUNTY, LocalDate.of(2024, 3, 1)))
                .and(new OrganEvent.OrganPlaced(History.TOWN, null, LocalDate.of(2024, 3, 1)))
                .and(new OrganEvent.OrganMerged(History.TOWN, COUNTY, LocalDate.of(2024, 7, 1)))
                .and(new OrganEvent.OrganMerged(History.TOWN, COUNTY, LocalDate.of(2024, 8, 1)))
                .and(new OrganEvent.OrganMergerWithdrawn(History.TOWN, COUNTY, LocalDate.of(2024, 8, 1), "误登"))
                .and(new OrganEvent.OrganMerged(History.TOWN, COUNTY, LocalDate.of(2025, 1, 1)))
                .and(reported(1))
                .and(external(1))
                .and(reported(2))
                .and(external(2))
                .events();
    }

    private static AnnualReportEvent reported(int version) {
        return new AnnualReportEvent.AnnualReportPublished(
                new AnnualReportId(new UUID(6, 1)),
                History.TOWN,
                2024,
                version,
                LocalDate.of(2025, 1, 20),
                null,
                "清河镇人民政府",
                "2021-30",
                "rule:choice/1",
                "1",
                "00",
                "requests/newReceived/total=" + version + "\n",
                "",
                "",
                "",
                "",
                "");
    }

    private static ExternalTablesEvent external(int receipt) {
        return new ExternalTablesEvent.ExternalTablesReceived(
                new ExternalTablesId(new UUID(6, 2)),
                new OrganCode("bureau"),
                2024,
                receipt,
                COUNTY,
                "2021-30",
                "requests/newReceived/total=" + receipt + "\n",
                "bureau-2024.json",
                "00",
                "",
                null,
                null);
    }

    private static RetentionEvent proposed(int batch) {
        return new RetentionEvent.DestructionProposed(
                History.TOWN, batch, "保管期限表第12项", 1, "case-1 case-2", LocalDate.of(2026, 11, 30), "wang.min");
    }

    private static String projected(Subject subject, List<List<RecordedEvent>> batches) {
        subject.projector().reset();
        batches.forEach(subject.projector()::project);
        return subject.rows();
    }

    @ParameterizedTest
    @MethodSource("projectors")
    void rowsAreMadeFromTheEvents(Subject subject) {
        assertThat(projected(subject, List.of(year()))).isNotBlank();
        subject.projector().reset();
        assertThat(subject.rows().replace("--", "")).isBlank();
    }

    @ParameterizedTest
    @MethodSource("projectors")
    void twiceIsOnce(Subject subject) {
        String once = projected(subject, List.of(year()));

        assertThat(projected(subject, List.of(year(), year()))).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("projectors")
    void batchesMakeNoDifference(Subject subject) {
        String once = projected(subject, List.of(year()));
        for (int size : new int[] {1, 2, 3, 5, 7}) {
            List<List<RecordedEvent>> batches = new ArrayList<>();
            List<RecordedEvent> events = year();
            for (int i = 0; i < events.size(); i += size) {
                batches.add(events.subList(i, Math.min(events.size(), i + size)));
            }
            assertThat(projected(subject, batches)).as("batches of " + size).isEqualTo(once);
        }
    }

    /** What a projector could not handle comes after everything else, but within its aggregate in order. */
    @ParameterizedTest
    @MethodSource("projectors")
    void latenessOfOneAggregateMakesNoDifference(Subject subject) {
        String once = projected(subject, List.of(year()));
        Set<String> aggregates =
                year().stream().map(e -> aggregate(e.event())).collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(aggregates).hasSizeGreaterThan(6);
        for (String late : aggregates) {
            List<RecordedEvent> held = year().stream()
                    .filter(e -> aggregate(e.event()).equals(late))
                    .toList();
            for (int from = 0; from < held.size(); from++) {
                List<RecordedEvent> parked = held.subList(from, held.size());
                List<List<RecordedEvent>> batches = new ArrayList<>();
                batches.add(year().stream().filter(e -> !parked.contains(e)).toList());
                parked.forEach(e -> batches.add(List.of(e)));
                assertThat(projected(subject, batches))
                        .as("%s late from its event %d on", late, from)
                        .isEqualTo(once);
            }
        }
    }

    private static String aggregate(DomainEvent event) {
        if (event instanceof RequestEvent e) {
            return e.requestId().toString();
        }
        if (event instanceof RemedyEvent e) {
            return e.remedyId().toString();
        }
        if (event instanceof DocumentEvent e) {
            return e.documentId().toString();
        }
        if (event instanceof TallyEvent e) {
            return e.tallyId().toString();
        }
        if (event instanceof PublicationEvent e) {
            return e.publicationId().toString();
        }
        if (event instanceof AccountEvent e) {
            return e.accountId().toString();
        }
        if (event instanceof AccessEvent e) {
            return e.accessId().toString();
        }
        return event instanceof AnnualReportEvent e
                ? e.reportId().toString()
                : event.organ().value();
    }

    @ParameterizedTest
    @MethodSource("projectors")
    void resetAndReplayRestoresTheSameRows(Subject subject) {
        String before = projected(subject, List.of(year()));

        assertThat(projected(subject, List.of(year()))).isEqualTo(before);
    }

    /** A verification replays one case after the other, not in the order of the numbers. */
    @ParameterizedTest
    @MethodSource("projectors")
    void orderOfUnrelatedCasesMakesNoDifference(Subject subject) {
        String inOrder = projected(subject, List.of(year()));
        List<RecordedEvent> byCase = new ArrayList<>(year());
        byCase.sort(Comparator.comparing(ProjectorContractTest::aggregate, Comparator.reverseOrder()));

        assertThat(projected(subject, List.of(byCase))).isEqualTo(inOrder);
        assertThat(projected(subject, byCase.stream().map(List::of).toList())).isEqualTo(inOrder);
    }

    private static String aggregate(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case RequestEvent e -> e.requestId().toString();
            case RemedyEvent e -> e.remedyId().toString();
            case DocumentEvent e -> e.documentId().toString();
            case TallyEvent e -> e.tallyId().toString();
            case PublicationEvent e -> e.publicationId().toString();
            default -> recorded.event().getClass().getEnclosingClass().getSimpleName();
        };
    }

    /** A table that no projector answers for would never be compared with a replay. */
    @Test
    void everyTableBelongsToOneProjector() {
        List<String> owned = new ArrayList<>(BOOKKEEPING);
        projectors().forEach(subject -> subject.projector().tables().forEach(table -> owned.add(table.name())));

        assertThat(TestDatabase.template()
                        .queryForList(
                                "select table_name from information_schema.tables where table_schema = 'public'",
                                String.class))
                .containsExactlyInAnyOrderElementsOf(owned);
    }
}
