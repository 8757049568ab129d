package org.disclosureledger.application.annualreport;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.report.LedgerMark;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.report.ReportDraft;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.EarlierYear;
import org.disclosureledger.application.statistics.PublishedVersions;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.report.AnnualReportCommand;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.narrative.NarrativeStore;
import org.disclosureledger.projections.publication.PublicationStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The six-part annual report: tables as counted, narrative parts as written or, until then, as proposed. */
@Component
public class AnnualReports {

    private static final int LONGEST_TEXT = 50_000;

    private final AnnualTablesReader tables;
    private final NarrativeStore narratives;
    private final PublicationStore publications;
    private final Commands commands;
    private final PublishedVersions versions;
    private final Projections projections;
    private final Ledger ledger;

    public AnnualReports(
            AnnualTablesReader tables,
            NarrativeStore narratives,
            PublicationStore publications,
            Commands commands,
            PublishedVersions versions,
            Projections projections,
            Ledger ledger) {
        this.tables = tables;
        this.narratives = narratives;
        this.publications = publications;
        this.commands = commands;
        this.versions = versions;
        this.projections = projections;
        this.ledger = ledger;
    }

    /**
     * A narrative part.
     *
     * @param written whether somebody wrote it; otherwise it is the proposal
     */
    public record Part(ReportSection section, String text, boolean written) {}

    /** The report as it would be published now. */
    public PublishableReport report(String organ, int year, @Nullable String asOf) {
        AnnualTables now = tables.tables(organ, year, asOf);
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        parts(now).forEach((section, part) -> texts.put(section, part.text()));
        return new PublishableReport(now, texts, mark(now.readUpTo()));
    }

    /** Where the ledger was read up to. */
    public LedgerMark mark(long readUpTo) {
        return ledger.headAt(readUpTo)
                .map(head -> new LedgerMark(readUpTo, head.algorithm().label(), head.hex()))
                .orElseGet(() -> new LedgerMark(readUpTo, null, null));
    }

    public Map<ReportSection, Part> parts(AnnualTables now) {
        Map<ReportSection, String> written = written(now);
        Map<ReportSection, String> proposed = ReportDraft.propose(
                now, previous(now), publications.counts(now.organCode(), now.year(), now.readUpTo()));
        Map<ReportSection, Part> parts = new EnumMap<>(ReportSection.class);
        for (ReportSection section : ReportSection.values()) {
            String text = written.get(section);
            parts.put(
                    section, new Part(section, text == null ? proposed.getOrDefault(section, "") : text, text != null));
        }
        return parts;
    }

    /** The texts as they were when the tables were as they are. */
    private Map<ReportSection, String> written(AnnualTables now) {
        if (now.asOf() == null) {
            return narratives.written(now.organCode(), now.year());
        }
        Map<ReportSection, String> then = new EnumMap<>(ReportSection.class);
        ledger.ofAggregate(versions.id(now.organCode(), now.year()).toString(), 0).stream()
                .filter(stored -> stored.number() <= now.readUpTo())
                .map(StoredEvent::event)
                .filter(AnnualReportEvent.SectionWritten.class::isInstance)
                .map(AnnualReportEvent.SectionWritten.class::cast)
                .forEach(e -> then.put(e.section(), e.text()));
        return then;
    }

    /** Last year with its published figures, as they are quoted; as counted when it was not published. */
    private @Nullable AnnualTables previous(AnnualTables now) {
        EarlierYear before = tables.besideLastYear(now).before();
        return before == null
                ? null
                : new AnnualTables(
                        now.organCode(),
                        now.organName(),
                        before.year(),
                        before.form(),
                        now.asOf(),
                        now.readUpTo(),
                        List.of(),
                        before.figures(),
                        null,
                        List.of());
    }

    /** A text as it is kept: lines end alike everywhere. */
    public static String kept(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** @throws Problem when the text of a part is too long */
    public static void requireLength(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Problem.badRequest("text", "文字超过 " + LONGEST_TEXT + " 个字符");
        }
    }

    /** @throws Problem when the text is too long */
    public Recorded write(String organ, int year, ReportSection section, String text, String user, CommandId id) {
        requireLength(text);
        Recorded recorded = commands.send(
                AnnualReportWiring.AGGREGATE,
                new AnnualReportCommand.WriteSection(
                        versions.id(organ, year), new OrganCode(organ), year, section, kept(text)),
                Aggregates.by(user),
                id,
                List.of());
        projections.catchUp();
        return recorded;
    }
}
