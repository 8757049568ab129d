package org.disclosureledger.application.consolidation;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.organ.Hierarchy;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.UnreadableFile;
import org.disclosureledger.application.report.XlsxReport;
import org.disclosureledger.application.report.XlsxTables;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.statistics.ForeignTables;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.report.ExternalTablesCommand;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.disclosureledger.domain.report.ExternalTablesId;
import org.disclosureledger.domain.report.FailedCheck;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.RegulatoryPower;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.reported.ReportedSource;
import org.disclosureledger.projections.reported.ReportedTablesStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the tables of organs that do not use the system: the contract's JSON, or the workbook that a blank form gives.
 * The sender's own name of the file is not kept, it may tell of a person.
 */
@Component
public class ExternalTables {

    private static final long LONGEST_JSON = 1L << 20;
    private static final int NAMED = 5;

    private final Organs organs;
    private final Hierarchy hierarchy;
    private final Consolidations consolidations;
    private final ReportedTablesStore reported;
    private final Uploads uploads;
    private final Identifiers identifiers;
    private final Commands commands;
    private final Projections projections;
    private final ReadPoints points;
    private final Ledger ledger;
    private final JsonMapper json;

    ExternalTables(
            Organs organs,
            Hierarchy hierarchy,
            Consolidations consolidations,
            ReportedTablesStore reported,
            Uploads uploads,
            Identifiers identifiers,
            Commands commands,
            Projections projections,
            ReadPoints points,
            Ledger ledger,
            JsonMapper json) {
        this.organs = organs;
        this.hierarchy = hierarchy;
        this.consolidations = consolidations;
        this.reported = reported;
        this.uploads = uploads;
        this.identifiers = identifiers;
        this.commands = commands;
        this.projections = projections;
        this.points = points;
        this.ledger = ledger;
        this.json = json;
    }

    /** What came in, with the event that tells of it. */
    public record Receipt(StoredEvent stored, ExternalTablesReceived received) {}

    /** Who answers for checks that do not hold; both blank for nobody. */
    public record Acceptance(String acceptedBy, String reason) {}

    private ExternalTablesId id(String organ, int year) {
        return new ExternalTablesId(identifiers.of(ExternalTablesWiring.AGGREGATE, organ, Integer.toString(year)));
    }

    /**
     * A member of a superior's report, which may be the superior itself.
     *
     * @throws Problem when it is none, whether or not there is such an organ
     */
    public OrganRow member(String superior, int year, String member) {
        organs.require(superior);
        consolidations.form(year);
        boolean belongs = member.equals(superior)
                || (OrganCode.isValid(member)
                        && hierarchy.tree(points.at(null)).members(new OrganCode(superior), year).stream()
                                .anyMatch(m -> m.organ().value().equals(member)));
        if (!belongs) {
            throw Problem.notFound("汇总范围里没有这个机关");
        }
        return Access.asProduct(() -> organs.require(member));
    }

    /** Everything that came in of a member, the first first. */
    public List<Receipt> received(String superior, int year, String member) {
        member(superior, year, member);
        return Access.asProduct(() -> ledger.ofAggregate(id(member, year).toString(), 0)).stream()
                .map(stored -> new Receipt(stored, (ExternalTablesReceived) stored.event()))
                .toList();
    }

    /** A blank workbook to be filled in by a member. */
    public byte[] blank(String superior, int year, String member) {
        return XlsxReport.blank(empty(member(superior, year, member), year));
    }

    private AnnualTables empty(OrganRow organ, int year) {
        return new AnnualTables(
                organ.code(),
                organ.name(),
                year,
                consolidations.form(year),
                null,
                0,
                List.of(),
                Figures.of(Map.of()),
                null,
                List.of());
    }

    /**
     * @param announced length of the file, negative when it is not known
     * @param commandId from the digest of the file
     * @throws Problem when the file is no table of the form
     * @throws org.disclosureledger.domain.CommandRejected with every check that fails and nobody answers for
     */
    public Recorded receive(
            String superior,
            int year,
            String member,
            InputStream file,
            long announced,
            Acceptance acceptance,
            String user,
            Function<String, CommandId> commandId)
            throws IOException {
        OrganRow organ = member(superior, year, member);
        Uploads.Upload upload = uploads.take(file, announced);
        try {
            boolean text = isJson(upload.file());
            AnnualTables shape = empty(organ, year);
            Figures figures = text ? ofJson(upload.file(), organ, year) : ofWorkbook(upload.file(), shape);
            var received = new ExternalTablesCommand.ReceiveExternalTables(
                    id(member, year),
                    new OrganCode(member),
                    year,
                    new OrganCode(superior),
                    shape.form().id(),
                    PublishedVersion.written(ordered(shape.form(), figures)),
                    member + "-" + year + (text ? ".json" : ".xlsx"),
                    upload.sha256(),
                    failed(organ, shape, figures),
                    ReportPublishing.kept("acceptedBy", acceptance.acceptedBy()),
                    ReportPublishing.kept("reason", acceptance.reason()),
                    publishes(member, year));
            // The rows are the member's, whose own people need not know of them.
            Recorded recorded = Access.asProduct(() -> commands.send(
                    ExternalTablesWiring.AGGREGATE,
                    received,
                    Aggregates.by(user),
                    commandId.apply(upload.sha256()),
                    List.of()));
            projections.catchUp();
            return recorded;
        } finally {
            Files.deleteIfExists(upload.file());
        }
    }

    private boolean publishes(String member, int year) {
        return Access.asProduct(() -> reported.versions(year, List.of(member), Long.MAX_VALUE)).stream()
                .anyMatch(version -> version.source() == ReportedSource.PUBLISHED);
    }

    /** The checks that fail, compared with the year before as it was published or came in. */
    private List<FailedCheck> failed(OrganRow organ, AnnualTables shape, Figures figures) {
        Figures before = Access.asProduct(
                        () -> reported.figures(shape.form(), shape.year() - 1, organ.code(), Long.MAX_VALUE))
                .orElse(null);
        AnnualTables judged = new AnnualTables(
                shape.organCode(),
                shape.organName(),
                shape.year(),
                shape.form(),
                null,
                0,
                List.of(),
                figures,
                before,
                TableChecks.evaluate(
                        figures, before, RegulatoryPower.of(organ.name(), organ.mayIssueRegulations()), null));
        List<String> blank = new ArrayList<>();
        shape.form().cells().forEach((cell, source) -> {
            if (!source.reported() && figures.find(cell) == null) {
                blank.add("“" + shape.form().describe(cell) + "”");
            }
        });
        if (blank.isEmpty()) {
            return ReportPublishing.failed(judged);
        }
        // A blank breaks every equation that it stands in: the blanks are said, and not what follows from them.
        List<FailedCheck> failed = new ArrayList<>();
        failed.add(new FailedCheck(
                "tables.blank:-:-",
                "有 " + blank.size() + " 格没有填写，没有发生的应填 0："
                        + String.join("、", blank.subList(0, Math.min(NAMED, blank.size())))
                        + (blank.size() > NAMED ? "等" : "")));
        ReportPublishing.failed(judged.withChecks(judged.checks().stream()
                        .filter(c -> c.expected() != null && c.found() != null)
                        .toList()))
                .forEach(failed::add);
        return failed;
    }

    private static Figures ordered(StatutoryForm form, Figures figures) {
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        form.cells().keySet().forEach(cell -> {
            BigDecimal figure = figures.find(cell);
            if (figure != null) {
                values.put(cell, figure);
            }
        });
        return Figures.of(values);
    }

    private static boolean isJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                // Blanks, and the byte order mark that some editors put before everything.
                if (b > ' ' && b != 0xEF && b != 0xBB && b != 0xBF) {
                    return b == '{';
                }
            }
        }
        throw ForeignTables.refuse("file", "文件是空的");
    }

    private Figures ofJson(Path file, OrganRow organ, int year) throws IOException {
        if (Files.size(file) > LONGEST_JSON) {
            throw ForeignTables.refuse("file", "JSON 超过 1 MB，不是一张年度报表");
        }
        JsonNode table;
        try {
            String text = Files.readString(file);
            table = json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException | CharacterCodingException e) {
            throw ForeignTables.refuse("file", "不是可以读取的 JSON（UTF-8）");
        }
        String code = table.path("organ").path("code").asString(organ.code());
        if (!code.equals(organ.code())) {
            throw ForeignTables.refuse("/organ/code", "文件里的机关代码不是 " + organ.code());
        }
        if (table.path("year").asInt(year) != year) {
            throw ForeignTables.refuse("/year", "文件里的年度不是 " + year);
        }
        if (!table.path("format")
                .asString("2021-30")
                .equals(consolidations.form(year).id())) {
            throw ForeignTables.refuse("/format", "不是本年度的报表格式");
        }
        return ForeignTables.read(table, "");
    }

    private static Figures ofWorkbook(Path file, AnnualTables shape) {
        Map<CellId, XlsxTables.Written> written;
        try {
            written = XlsxTables.read(file, shape);
        } catch (XlsxTables.OtherShape e) {
            throw ForeignTables.refuse("file", String.valueOf(e.getMessage()));
        } catch (UnreadableFile e) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unreadable-file", "文件不能读取", String.valueOf(e.getMessage()));
        }
        Map<CellId, BigDecimal> figures = new LinkedHashMap<>();
        written.forEach((cell, figure) ->
                figures.put(cell, ForeignTables.figure(figure.text(), ForeignTables.isWhole(cell), figure.place())));
        return Figures.of(figures);
    }
}
