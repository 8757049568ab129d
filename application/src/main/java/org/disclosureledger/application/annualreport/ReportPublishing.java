package org.disclosureledger.application.annualreport;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.office.XmlText;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.report.Edition;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.report.ReportChart;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.application.statistics.PublishedVersions;
import org.disclosureledger.application.statistics.TableComparison;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.report.AnnualReport;
import org.disclosureledger.domain.report.AnnualReportCommand;
import org.disclosureledger.domain.report.AnnualReportEvent.CheckWaived;
import org.disclosureledger.domain.report.AnnualReportRules;
import org.disclosureledger.domain.report.FailedCheck;
import org.disclosureledger.domain.report.ReportContent;
import org.disclosureledger.domain.report.ReportProposal;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.TableCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Publishes annual reports: what stands against it, who answered for that, and the versions as they were published.
 * Documents are kept before the event that holds their digests.
 */
@Component
public class ReportPublishing {

    private static final int LONGEST_REASON = 2_000;

    private final AnnualReports reports;
    private final ChartsQuery charts;
    private final AnnualTablesReader tables;
    private final PublishedVersions versions;
    private final PublishedDocumentStore documents;
    private final OrganApprovals approvals;
    private final Commands commands;
    private final Projections projections;
    private final Clock clock;

    ReportPublishing(
            AnnualReports reports,
            ChartsQuery charts,
            AnnualTablesReader tables,
            PublishedVersions versions,
            PublishedDocumentStore documents,
            OrganApprovals approvals,
            Commands commands,
            Projections projections,
            Clock clock) {
        this.reports = reports;
        this.charts = charts;
        this.tables = tables;
        this.versions = versions;
        this.documents = documents;
        this.approvals = approvals;
        this.commands = commands;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * A check that stands against publication.
     *
     * @param waiver who answered for it as it fails now, null for nobody
     */
    public record Obstacle(FailedCheck failed, @Nullable CheckWaived waiver) {}

    /** What stands against publishing a year now; waived checks are among it. */
    public List<Obstacle> obstacles(String organ, int year) {
        return obstacles(tables.tables(organ, year, null));
    }

    /** What stands against publishing tables as they are; waived checks are among it. */
    public List<Obstacle> obstacles(AnnualTables now) {
        return obstacles(now, versions.state(now.organCode(), now.year()));
    }

    private static List<Obstacle> obstacles(AnnualTables now, AnnualReport report) {
        return failed(now).stream()
                .map(f -> new Obstacle(f, report.waives(f) ? report.waivers().get(f.check()) : null))
                .toList();
    }

    /** The checks of tables that stand against publishing them, and the cells that were not reported. */
    public static List<FailedCheck> failed(AnnualTables now) {
        List<FailedCheck> failed = new ArrayList<>();
        for (TableCheck check : now.checks()) {
            if (!check.holds() && check.severity() == TableCheck.Level.ERROR) {
                failed.add(new FailedCheck(
                        check.id() + ":" + part(check.row()) + ":" + part(check.column()),
                        check.sentence() + "：应为 " + shown(check.expected()) + "，表中为 " + shown(check.found())));
            }
        }
        now.form().cells().forEach((cell, source) -> {
            if (source.reported() && now.figures().find(cell) == null) {
                failed.add(new FailedCheck(
                        "proactive.reported:" + cell.row() + ":" + cell.column(),
                        "“" + now.form().describe(cell) + "”没有填报，表中为空白"));
            }
        });
        return failed;
    }

    private static String part(@Nullable String rowOrColumn) {
        return rowOrColumn == null ? "-" : rowOrColumn;
    }

    private static String shown(@Nullable String figure) {
        return figure == null ? "（空）" : figure;
    }

    /** All versions, the first one first. */
    public List<PublishedVersion> versions(String organ, int year) {
        return versions.all(organ, year, Long.MAX_VALUE);
    }

    public Optional<PublishedVersion> latest(String organ, int year) {
        return versions.latest(organ, year, Long.MAX_VALUE);
    }

    /** @throws Problem when there is no such version */
    public PublishedVersion require(String organ, int year, int version) {
        return versions.require(organ, year, version);
    }

    /** How the latest version differs from the tables now; empty when nothing was published. */
    public Optional<TableComparison> sinceThen(String organ, int year) {
        return latest(organ, year).map(version -> tables.compare(organ, year, version));
    }

    /**
     * The document as it was published, byte for byte.
     *
     * @throws Problem when it is not kept, or is not what was recorded
     */
    byte[] document(String organ, PublishedVersion version, ReportFormat format) {
        return document(organ, version.documents().get(format.id()));
    }

    /**
     * A document as it was published, byte for byte.
     *
     * @param digest as the event holds it; null when it holds none
     * @throws Problem when it is not kept, or is not what was recorded
     */
    public byte[] document(String organ, @Nullable String digest) {
        if (digest == null) {
            throw Problem.notFound("这一版没有这种格式的文件");
        }
        byte[] content = documents.find(organ, digest).orElseThrow(() -> Problem.notFound("这一版的文件没有留存"));
        if (!sha256(content).equals(digest)) {
            throw new Problem(HttpStatus.CONFLICT, "report-altered", "文件与发布时登记的不符", "留存的文件与发布时登记的校验值不符，可能被改动过；请核验台账");
        }
        return content;
    }

    /**
     * @param check as {@link FailedCheck#check}
     * @throws CommandRejected when the check does not fail, or name or reason are missing
     */
    public Recorded waive(
            String organ, int year, String check, String waivedBy, String reason, String user, CommandId id) {
        AnnualTables now = tables.tables(organ, year, null);
        return send(
                new AnnualReportCommand.WaiveCheck(
                        versions.id(organ, year),
                        new OrganCode(organ),
                        year,
                        check,
                        kept("waivedBy", waivedBy),
                        kept("reason", reason),
                        failed(now)),
                user,
                id);
    }

    /**
     * Publishes the first version or, with a reason, the next one.
     *
     * @param reason null or blank for the first version
     * @param withCharts whether the documents that can show charts do so after the six parts
     * @throws CommandRejected with everything that stands against it
     */
    public Recorded publish(
            String organ,
            int year,
            LocalDate publishedOn,
            @Nullable String reason,
            boolean withCharts,
            String user,
            CommandId id) {
        Optional<Recorded> earlier = commands.earlier(id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        AnnualReport known = versions.state(organ, year);
        String why = reason == null || known.version() == 0 ? null : kept("reason", reason);
        PublishableReport report = reports.report(organ, year, null);
        List<String> waivers = obstacles(report.tables(), known).stream()
                .map(Obstacle::waiver)
                .filter(Objects::nonNull)
                .map(ReportPublishing::printed)
                .toList();
        PublishableReport published = report.as(new Edition(known.version() + 1, publishedOn, why, waivers));
        Map<ReportFormat, byte[]> files = new EnumMap<>(ReportFormat.class);
        List<ReportChart> shown = withCharts ? charts.charts(report.tables()) : List.of();
        for (ReportFormat format : ReportFormat.values()) {
            files.put(format, format.render(published, shown));
        }
        var command = new AnnualReportCommand.PublishReport(
                versions.id(organ, year),
                new OrganCode(organ),
                year,
                known.version() + 1,
                publishedOn,
                LocalDate.ofInstant(clock.instant(), ClockConfiguration.CHINA),
                why,
                content(published, files),
                failed(report.tables()),
                report.unfinished());
        AnnualReportCommand sent =
                needsApproval(organ) ? new AnnualReportCommand.ProposeReport(command, user) : command;
        AnnualReportRules.handle(sent, known);
        files.forEach((format, content) -> documents.keep(organ, sha256(content), format, content));
        return send(sent, user, id);
    }

    /** Whether the organ wants a second person to approve publications. */
    public boolean needsApproval(String organ) {
        return approvals.required(organ, ApprovedStep.PUBLICATION);
    }

    /** The latest publication that was put to a second person, whatever became of it; empty for none. */
    public Optional<ReportProposal> proposal(String organ, int year) {
        return Optional.ofNullable(versions.state(organ, year).proposal());
    }

    Optional<ReportProposal> proposal(String organ, int year, int number) {
        return versions.proposals(organ, year).stream()
                .filter(p -> p.content().proposal() == number)
                .findFirst();
    }

    /** What a command put to a second person; empty when it published. */
    public Optional<ReportProposal> proposed(String organ, int year, Recorded recorded) {
        Receipt receipt = recorded.receipt();
        return receipt == null ? Optional.empty() : versions.proposed(organ, year, receipt.last());
    }

    /** What waits for a second person in these organs. */
    public List<PublishedVersions.Waiting> waiting(Collection<String> organs) {
        return versions.waiting(organs);
    }

    /**
     * Publishes what somebody else proposed, as it was proposed.
     *
     * @throws CommandRejected when it is one's own, no longer waits, the report has changed, or something stands against it
     */
    public Recorded approve(String organ, int year, int number, String user, CommandId id) {
        PublishableReport report = reports.report(organ, year, null);
        return send(
                new AnnualReportCommand.ApproveReport(
                        versions.id(organ, year),
                        new OrganCode(organ),
                        year,
                        number,
                        user,
                        LocalDate.ofInstant(clock.instant(), ClockConfiguration.CHINA),
                        content(report, Map.of()),
                        failed(report.tables()),
                        report.unfinished()),
                user,
                id);
    }

    /** @throws CommandRejected when it is one's own, no longer waits, or no reason is given */
    public Recorded giveBack(String organ, int year, int number, String reason, String user, CommandId id) {
        return send(
                new AnnualReportCommand.ReturnReport(
                        versions.id(organ, year),
                        new OrganCode(organ),
                        year,
                        number,
                        kept("returnReason", reason),
                        user),
                user,
                id);
    }

    /** @throws CommandRejected when it is another's, or no longer waits */
    public Recorded withdraw(String organ, int year, int number, String user, CommandId id) {
        return send(
                new AnnualReportCommand.WithdrawReport(
                        versions.id(organ, year), new OrganCode(organ), year, number, user),
                user,
                id);
    }

    private static String printed(CheckWaived waiver) {
        return "下列校验不成立，由" + waiver.waivedBy() + "决定照此发布：" + waiver.finding() + "。理由：" + waiver.reason();
    }

    /** What an event holds of a report, and of the files that were made of it. */
    public static ReportContent content(PublishableReport report, Map<ReportFormat, byte[]> files) {
        AnnualTables now = report.tables();
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        texts.putAll(report.texts());
        String hash = report.mark().hash();
        Map<String, String> digests = new LinkedHashMap<>();
        files.forEach((format, content) -> digests.put(format.id(), sha256(content)));
        return new ReportContent(
                now.organName(),
                now.form().id(),
                now.rules().stream()
                        .map(r -> r.rule().id() + ":" + r.choice().id() + "/" + r.version())
                        .collect(Collectors.joining(" ")),
                Long.toString(report.mark().number()),
                hash == null ? "" : hash,
                PublishedVersion.written(now.figures()),
                texts,
                digests.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /**
     * Notes that the tables differ from what was published, and that it is not amended for now.
     *
     * @throws CommandRejected when nothing was published, nothing differs, or name or reason are missing
     */
    public Recorded note(String organ, int year, String notedBy, String reason, String user, CommandId id) {
        String differences = sinceThen(organ, year)
                .map(comparison -> comparison.differences().stream()
                        .map(d -> d.cell() + " " + figure(d.before()) + " " + figure(d.after()) + "\n")
                        .collect(Collectors.joining()))
                .orElse("");
        return send(
                new AnnualReportCommand.NoteDifference(
                        versions.id(organ, year),
                        new OrganCode(organ),
                        year,
                        differences,
                        kept("notedBy", notedBy),
                        kept("reason", reason)),
                user,
                id);
    }

    private static String figure(@Nullable BigDecimal figure) {
        return figure == null ? "-" : figure.toPlainString();
    }

    private Recorded send(AnnualReportCommand command, String user, CommandId id) {
        Recorded recorded = commands.send(AnnualReportWiring.AGGREGATE, command, Aggregates.by(user), id, List.of());
        projections.catchUp();
        return recorded;
    }

    /** As it is kept and printed: one line without control characters. */
    public static String kept(String field, String text) {
        String kept = XmlText.printable(text.replaceAll("\\s+", " ")).strip();
        if (kept.length() > LONGEST_REASON) {
            throw Problem.badRequest(field, "文字超过 " + LONGEST_REASON + " 个字符");
        }
        return kept;
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(HashAlgorithm.SHA_256.digest().digest(content));
    }
}
