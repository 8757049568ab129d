package org.disclosureledger.application.statistics;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.annualtables.CellCase;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.MeasuredCase;
import org.disclosureledger.projections.annualtables.RegulatoryPower;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.CellSource;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.reference.ReferenceDifference;
import org.disclosureledger.projections.reference.ReferenceStore;
import org.disclosureledger.projections.reference.ReferenceTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads annual tables, all figures of one question at one moment. */
@Component
public class AnnualTablesReader {

    private final AnnualTablesQuery query;
    private final ReferenceStore reference;
    private final PublishedVersions versions;
    private final ParkedEventStore parked;
    private final ReadPoints points;
    private final Organs organs;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    public AnnualTablesReader(
            AnnualTablesQuery query,
            ReferenceStore reference,
            PublishedVersions versions,
            ParkedEventStore parked,
            ReadPoints points,
            Organs organs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.clock = clock;
        this.query = query;
        this.reference = reference;
        this.versions = versions;
        this.parked = parked;
        this.points = points;
        this.organs = organs;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A figure with all that it counts. */
    public record OpenedCell(AnnualTables tables, CellId cell, List<CellCase> cases) {}

    /**
     * A year with what its charts tell of.
     *
     * @param received the cases that were received in the year
     * @param answered the cases that were answered in it
     * @param earlier the years before of which something is known, the oldest first
     */
    public record YearInDetail(
            AnnualTables tables, List<String> received, List<String> answered, List<EarlierYear> earlier) {

        public ReadPoint at() {
            return new ReadPoint(tables.asOf(), tables.readUpTo());
        }
    }

    /**
     * A year beside the one before.
     *
     * @param before null when nothing is known of it
     */
    public record TwoYears(AnnualTables now, @Nullable EarlierYear before) {}

    /** Tables that the reference counted, and where the kept ones differ from them. */
    public record ReferencedTables(AnnualTables tables, List<ReferenceDifference> differences) {}

    /**
     * @param asOf an instant, null for now
     * @throws Problem when the organ is unknown or no form is for the year
     */
    public AnnualTables tables(String organ, int year, @Nullable String asOf) {
        return at(organ, year, asOf, tables -> tables);
    }

    /** A figure with one page of what it counts. */
    public record PageOfCell(AnnualTables tables, CellId cell, AnnualTablesQuery.SomeCases cases) {}

    /** @throws Problem when the form has no such cell */
    public PageOfCell open(String organ, int year, CellId cell, @Nullable String asOf, int offset, int limit) {
        return at(organ, year, asOf, tables -> {
            CellId known = resolve(tables.form(), cell);
            return new PageOfCell(
                    tables,
                    known,
                    query.cases(
                                    organ,
                                    year,
                                    tables.form(),
                                    known,
                                    new ReadPoint(tables.asOf(), tables.readUpTo()),
                                    offset,
                                    limit)
                            .orElseThrow());
        });
    }

    /** @throws Problem when the form has no such cell */
    public OpenedCell open(String organ, int year, CellId cell, @Nullable String asOf) {
        return at(organ, year, asOf, tables -> {
            CellId known = resolve(tables.form(), cell);
            return new OpenedCell(
                    tables,
                    known,
                    query.cases(organ, year, tables.form(), known, new ReadPoint(tables.asOf(), tables.readUpTo()))
                            .orElseThrow());
        });
    }

    /** Tables beside those of the year before: as they were published by the same point of the ledger or else as counted. */
    public TwoYears besideLastYear(AnnualTables now) {
        return new TwoYears(now, earlier(now, 1).stream().findFirst().orElse(null));
    }

    /**
     * The cases behind the charts of tables, at the point of the ledger that the tables show.
     *
     * @param yearsBefore of how many years before the figures are wanted
     */
    public YearInDetail inDetail(AnnualTables now, int yearsBefore) {
        return new YearInDetail(
                now,
                caseIds(now, new CellId("requests", "newReceived", "total")),
                caseIds(now, new CellId("requests", "total", "total")),
                earlier(now, yearsBefore));
    }

    /** Without the years before anything was recorded or published. */
    private List<EarlierYear> earlier(AnnualTables now, int yearsBefore) {
        ReadPoint at = new ReadPoint(now.asOf(), now.readUpTo());
        List<EarlierYear> years = new ArrayList<>();
        for (int year = now.year() - yearsBefore; year < now.year(); year++) {
            StatutoryForm form = StatutoryForms.forYear(year).orElse(null);
            if (form != null) {
                PublishedVersion version =
                        versions.latest(now.organCode(), year, at.number()).orElse(null);
                Figures counted = year == now.year() - 1 ? now.before() : null;
                Figures figures = version != null
                        ? version.figures()
                        : counted != null ? counted : query.figures(now.organCode(), year, form, at);
                years.add(new EarlierYear(year, form, figures, version));
            }
        }
        return years.stream().dropWhile(year -> !year.isKnown()).toList();
    }

    /**
     * The tables of a year at two points of the ledger, and what makes the difference.
     *
     * @param before an instant
     * @param after an instant, null for now
     * @throws Problem when the organ is unknown, no form is for the year, or an instant is none
     */
    public TableComparison compare(String organ, int year, String before, @Nullable String after) {
        AnnualTables earlier = tables(organ, year, before);
        return at(organ, year, after, later -> new TableComparison(earlier, later, differences(earlier, later)));
    }

    /**
     * What was published of a year, and the tables now.
     *
     * @throws Problem when the organ is unknown or no form is for the year
     */
    public TableComparison compare(String organ, int year, PublishedVersion version) {
        return at(organ, year, null, later -> {
            AnnualTables published = published(organ, later.form(), year, version);
            return new TableComparison(published, later, differences(published, later));
        });
    }

    private AnnualTables published(String organ, StatutoryForm form, int year, PublishedVersion version) {
        ReadPoint then = new ReadPoint(version.stored().recordedAt(), version.knownUpTo());
        return query.tables(organs.at(organ, then), year, form, then).published(version.figures());
    }

    /**
     * What the published report of the year before carried out, and what this year carries in, case by case; empty when
     * that year was not published, or when both are the same cases.
     *
     * @throws Problem as for {@link #tables}
     */
    public Optional<CellDifference> carriedOver(String organ, int year) {
        if (versions.latest(organ, year - 1, Long.MAX_VALUE).isEmpty()) {
            organs.require(organ);
            return Optional.empty();
        }
        return at(organ, year, null, now -> {
            Optional<PublishedVersion> version = versions.latest(organ, year - 1, now.readUpTo());
            StatutoryForm before = StatutoryForms.forYear(year - 1).orElse(null);
            if (version.isEmpty() || before == null) {
                return Optional.empty();
            }
            CellId out = new CellId("requests", "carriedOut", "total");
            CellId in = new CellId("requests", "carriedIn", "total");
            PublishedVersion published = version.get();
            ReadPoint then = new ReadPoint(published.stored().recordedAt(), published.knownUpTo());
            CellDifference difference = CellDifference.of(
                    in,
                    now.form().describe(in),
                    published.figures().find(out),
                    now.figures().find(in),
                    query.cases(organ, year - 1, before, out, then).orElseThrow(),
                    cases(now, in));
            return difference.isNone() ? Optional.empty() : Optional.of(difference);
        });
    }

    private List<CellDifference> differences(AnnualTables earlier, AnnualTables later) {
        Set<String> changed = query.changedCases(later.organCode(), later.year(), point(earlier), point(later));
        List<MeasuredCase> before = query.measured(earlier.organCode(), earlier.year(), changed, point(earlier));
        List<MeasuredCase> after = query.measured(later.organCode(), later.year(), changed, point(later));
        List<CellDifference> differences = new ArrayList<>();
        later.form().cells().forEach((cell, source) -> {
            CellDifference difference = CellDifference.of(
                    cell,
                    later.form().describe(cell),
                    earlier.figures().find(cell),
                    later.figures().find(cell),
                    in(source, before),
                    in(source, after));
            if (!difference.isNone()) {
                differences.add(difference);
            }
        });
        return List.copyOf(differences);
    }

    private static List<CellCase> in(CellSource source, List<MeasuredCase> cases) {
        return cases.stream()
                .filter(c -> c.isIn(source))
                .map(MeasuredCase::counted)
                .toList();
    }

    private static ReadPoint point(AnnualTables tables) {
        return new ReadPoint(tables.asOf(), tables.readUpTo());
    }

    private List<String> caseIds(AnnualTables tables, CellId cell) {
        return query.caseIds(tables.organCode(), tables.year(), tables.form(), cell, point(tables))
                .orElseThrow();
    }

    private List<CellCase> cases(AnnualTables tables, CellId cell) {
        return query.cases(tables.organCode(), tables.year(), tables.form(), cell, point(tables))
                .orElseThrow();
    }

    /**
     * The same tables as the reference counts them, with the checks that need no case.
     *
     * @throws Problem as for {@link #tables}
     */
    public ReferencedTables reference(String organ, int year, @Nullable String asOf) {
        OrganRow row = organs.require(organ);
        return at(organ, year, asOf, live -> {
            ReferenceTables counted = reference.tables(organ, year - 1, year, live.readUpTo());
            Figures figures = counted.figures(organ, year, live.form());
            AnnualTables tables = new AnnualTables(
                    live.organCode(),
                    live.organName(),
                    year,
                    live.form(),
                    live.asOf(),
                    live.readUpTo(),
                    live.rules(),
                    figures,
                    null,
                    TableChecks.evaluate(
                            figures,
                            counted.figures(organ, year - 1, live.form()),
                            RegulatoryPower.of(row.name(), row.mayIssueRegulations()),
                            null));
            return new ReferencedTables(tables, ReferenceDifference.between(live.figures(), figures));
        });
    }

    private <T> T at(String organ, int year, @Nullable String asOf, Function<AnnualTables, T> answer) {
        organs.require(organ);
        StatutoryForm form = form(year);
        ReadPoint at = points.at(asOf);
        OrganRow row = organs.at(organ, at);
        T result = oneMoment.execute(status -> {
            ReadPoint now = asOf == null || asOf.isBlank() ? query.now() : at;
            Figures published = versions.latest(organ, year - 1, now.number())
                    .map(PublishedVersion::figures)
                    .orElse(null);
            return answer.apply(honest(query.tables(row, year, form, now, published)));
        });
        if (result == null) {
            throw new IllegalStateException("no answer");
        }
        return result;
    }

    /** Tables that lack recorded events say so. */
    private AnnualTables honest(AnnualTables tables) {
        long lacking = parked.count(AnnualTablesProjector.NAME, tables.organCode(), tables.readUpTo());
        return lacking == 0 ? tables : tables.and(TableChecks.unprocessed(lacking));
    }

    private StatutoryForm form(int year) {
        if (year > Year.now(clock).getValue() + 1) {
            throw Problem.notFound(year + "年度还没有到");
        }
        return StatutoryForms.forYear(year)
                .orElseThrow(() -> Problem.notFound(year + "年度没有可用的报表格式（国办公开办函〔2021〕30号自2021年度起适用）"));
    }

    /** Rows with a single figure take any name for its column. */
    private static CellId resolve(StatutoryForm form, CellId asked) {
        if (form.cells().containsKey(asked)) {
            return asked;
        }
        List<CellId> ofRow = form.cells().keySet().stream()
                .filter(c -> c.table().equals(asked.table()) && c.row().equals(asked.row()))
                .toList();
        if (ofRow.size() == 1) {
            return ofRow.get(0);
        }
        List<CellId> ofColumn = form.cells().keySet().stream()
                .filter(c -> c.table().equals(asked.table()) && c.column().equals(asked.column()))
                .toList();
        if (ofColumn.size() == 1) {
            return ofColumn.get(0);
        }
        throw Problem.notFound("报表没有这个格：" + asked);
    }
}
