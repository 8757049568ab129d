package org.disclosureledger.application.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.application.annualreport.AnnualReports;
import org.disclosureledger.application.annualreport.PublishedDocumentStore;
import org.disclosureledger.application.annualreport.ReportFormat;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.report.Edition;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.report.ConsolidatedReport;
import org.disclosureledger.domain.report.ConsolidatedReportCommand;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.disclosureledger.domain.report.ConsolidatedReportRules;
import org.disclosureledger.domain.report.FailedCheck;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.reported.ReportedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes consolidated reports: what stands against it, who answered for that, the texts and the files. */
@Component
public class ConsolidatedPublishing {

    private final Consolidations consolidations;
    private final ConsolidatedVersions versions;
    private final AnnualReports reports;
    private final ReportPublishing publishing;
    private final PublishedDocumentStore documents;
    private final OrganApprovals approvals;
    private final Commands commands;
    private final Projections projections;
    private final Ledger ledger;
    private final Clock clock;

    ConsolidatedPublishing(
            Consolidations consolidations,
            ConsolidatedVersions versions,
            AnnualReports reports,
            ReportPublishing publishing,
            PublishedDocumentStore documents,
            OrganApprovals approvals,
            Commands commands,
            Projections projections,
            Ledger ledger,
            Clock clock) {
        this.consolidations = consolidations;
        this.versions = versions;
        this.reports = reports;
        this.publishing = publishing;
        this.documents = documents;
        this.approvals = approvals;
        this.commands = commands;
        this.projections = projections;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What stands against publication.
     *
     * @param waiver who answered for it as it is now, null for nobody
     */
    public record Obstacle(FailedCheck failed, @Nullable ConsolidationWaived waiver) {}

    /** What stands against publishing these sums; what was waived is among it. */
    public List<Obstacle> obstacles(Consolidation now) {
        ConsolidatedReport report = state(now);
        return now.failed().stream()
                .map(f -> new Obstacle(f, report.waives(f) ? report.waivers().get(f.check()) : null))
                .toList();
    }

    private ConsolidatedReport state(Consolidation now) {
        return versions.state(
                now.tables().organCode(), now.tables().year(), now.tables().readUpTo());
    }

    /** The texts as they are written; those that nobody wrote are blank. */
    public Map<ReportSection, String> texts(Consolidation now) {
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        Map<ReportSection, String> written = state(now).sections();
        for (ReportSection section : ReportSection.values()) {
            texts.put(section, written.getOrDefault(section, ""));
        }
        return texts;
    }

    /** The report as it would be published now. */
    public PublishableReport report(Consolidation now) {
        return new PublishableReport(
                now.tables(), texts(now), reports.mark(now.tables().readUpTo()), now.summed());
    }

    /** Whether the organ wants a second person to approve publications, which this report cannot be given to yet. */
    public boolean needsApproval(String organ) {
        return approvals.required(organ, ApprovedStep.PUBLICATION);
    }

    public Recorded write(String organ, int year, ReportSection section, String text, String user, CommandId id) {
        AnnualReports.requireLength(text);
        return send(
                new ConsolidatedReportCommand.WriteConsolidatedSection(
                        versions.id(organ, year), new OrganCode(organ), year, section, AnnualReports.kept(text)),
                user,
                id);
    }

    /**
     * @param check as {@link FailedCheck#check}
     * @throws CommandRejected when it does not stand against publication, or name or reason are missing
     */
    public Recorded waive(
            String organ, int year, String check, String waivedBy, String reason, String user, CommandId id) {
        return send(
                new ConsolidatedReportCommand.WaiveObstacle(
                        versions.id(organ, year),
                        new OrganCode(organ),
                        year,
                        check,
                        ReportPublishing.kept("waivedBy", waivedBy),
                        ReportPublishing.kept("reason", reason),
                        consolidations.of(organ, year, null).failed()),
                user,
                id);
    }

    /**
     * Publishes the first version or, with a reason, the next one.
     *
     * @param reason null or blank for the first version
     * @throws CommandRejected with everything that stands against it
     */
    public Recorded publish(
            String organ, int year, LocalDate publishedOn, @Nullable String reason, String user, CommandId id) {
        Optional<Recorded> earlier = commands.earlier(id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ConsolidatedReport known = versions.state(organ, year, Long.MAX_VALUE);
        String why = reason == null || known.version() == 0 ? null : ReportPublishing.kept("reason", reason);
        Consolidation now = consolidations.of(organ, year, null);
        List<String> waivers = obstacles(now).stream()
                .map(Obstacle::waiver)
                .filter(Objects::nonNull)
                .map(ConsolidatedPublishing::printed)
                .toList();
        PublishableReport report = report(now);
        PublishableReport published = report.as(new Edition(known.version() + 1, publishedOn, why, waivers));
        Map<ReportFormat, byte[]> files = new EnumMap<>(ReportFormat.class);
        for (ReportFormat format : ReportFormat.values()) {
            files.put(format, format.render(published, List.of()));
        }
        var command = new ConsolidatedReportCommand.PublishConsolidated(
                versions.id(organ, year),
                new OrganCode(organ),
                year,
                known.version() + 1,
                publishedOn,
                LocalDate.ofInstant(clock.instant(), ClockConfiguration.CHINA),
                why,
                OrganTree.MEMBER_RULE,
                members(now),
                ReportPublishing.content(published, files),
                now.failed(),
                report.unfinished());
        ConsolidatedReportRules.handle(command, known, () -> needsApproval(organ));
        files.forEach((format, content) -> documents.keep(organ, HashAlgorithm.SHA_256.hex(content), format, content));
        return send(command, user, id);
    }

    /** As the event holds them, each with the hash of what was summed of it. */
    private String members(Consolidation now) {
        Map<Long, String> hashes = ledger
                .numbered(now.members().stream()
                        .map(ConsolidatedMember::version)
                        .filter(Objects::nonNull)
                        .map(ReportedVersion::number)
                        .toList())
                .stream()
                .collect(Collectors.toMap(StoredEvent::number, StoredEvent::hex, (one, other) -> one));
        Function<ConsolidatedMember, @Nullable String> hash = member -> {
            ReportedVersion version = member.version();
            return version == null ? null : hashes.get(version.number());
        };
        List<String> lines = new ArrayList<>();
        now.members().forEach(member -> lines.add(ConsolidatedVersion.Summed.written(member, hash.apply(member))));
        return String.join("", lines);
    }

    private static String printed(ConsolidationWaived waiver) {
        return "下列事项由" + waiver.waivedBy() + "决定照此发布：" + waiver.finding() + "。理由：" + waiver.reason();
    }

    /**
     * The document as it was published, byte for byte.
     *
     * @throws Problem when it is not kept, or is not what was recorded
     */
    byte[] document(String organ, ConsolidatedVersion version, ReportFormat format) {
        return publishing.document(organ, version.documents().get(format.id()));
    }

    private Recorded send(ConsolidatedReportCommand command, String user, CommandId id) {
        Recorded recorded =
                commands.send(ConsolidatedReportWiring.AGGREGATE, command, Aggregates.by(user), id, List.of());
        projections.catchUp();
        return recorded;
    }
}
