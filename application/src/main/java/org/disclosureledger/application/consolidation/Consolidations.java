package org.disclosureledger.application.consolidation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.organ.Hierarchy;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.report.ConsolidatedReport;
import org.disclosureledger.domain.report.FailedCheck;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.RegulatoryPower;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.organ.OrganStore;
import org.disclosureledger.projections.reported.FigureSum;
import org.disclosureledger.projections.reported.ReportedSource;
import org.disclosureledger.projections.reported.ReportedTablesStore;
import org.disclosureledger.projections.reported.ReportedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds up what the organs under a superior published, at any point of the ledger. Whoever may read the superior is shown
 * what these published, and nothing else of them.
 */
@Component
public class Consolidations {

    private final Organs organs;
    private final OrganStore rows;
    private final Hierarchy hierarchy;
    private final ReportedTablesStore reported;
    private final ConsolidatedVersions versions;
    private final AnnualTablesQuery counted;
    private final ReadPoints points;
    private final Clock clock;

    Consolidations(
            Organs organs,
            OrganStore rows,
            Hierarchy hierarchy,
            ReportedTablesStore reported,
            ConsolidatedVersions versions,
            AnnualTablesQuery counted,
            ReadPoints points,
            Clock clock) {
        this.organs = organs;
        this.rows = rows;
        this.hierarchy = hierarchy;
        this.reported = reported;
        this.versions = versions;
        this.counted = counted;
        this.points = points;
        this.clock = clock;
    }

    /** What an organ has in a cell; null for a blank, or where nothing is summed of it. */
    public record Share(ConsolidatedMember member, @Nullable BigDecimal figure) {}

    /** A figure with what each organ adds to it. */
    public record OpenedSum(Consolidation consolidation, CellId cell, List<Share> shares) {}

    /**
     * How the sums differ now from what was published.
     *
     * @param before the published figure, null for a blank
     */
    public record SumDifference(
            CellId cell,
            String label,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    /**
     * What became of a publication since.
     *
     * @param members in words, which organs are summed otherwise
     */
    public record SinceThen(ConsolidatedVersion version, List<SumDifference> figures, List<String> members) {

        public boolean isNone() {
            return figures.isEmpty() && members.isEmpty();
        }
    }

    /**
     * @param asOf an instant, null for now
     * @throws Problem when the organ is unknown or no form is for the year
     */
    public Consolidation of(String organ, int year, @Nullable String asOf) {
        organs.require(organ);
        StatutoryForm form = form(year);
        ReadPoint at = points.at(asOf);
        return Access.asProduct(() -> of(organ, year, form, at));
    }

    private Consolidation of(String organ, int year, StatutoryForm form, ReadPoint at) {
        OrganRow superior = organs.at(organ, at);
        ConsolidatedReport report = versions.state(organ, year, at.number());
        List<OrganTree.Member> places = hierarchy.tree(at).members(new OrganCode(organ), year);
        List<String> codes = new ArrayList<>();
        codes.add(organ);
        places.forEach(place -> codes.add(place.organ().value()));
        Map<String, ReportedVersion> found = reported.versions(year, codes, at.number()).stream()
                .collect(Collectors.toMap(ReportedVersion::organ, Function.identity()));
        Map<String, OrganRow> names = names(at);
        List<ConsolidatedMember> members = new ArrayList<>();
        members.add(member(superior, null, found.get(organ), year, report));
        for (OrganTree.Member place : places) {
            String code = place.organ().value();
            ReportedVersion version = found.get(code);
            if (!place.former() || version != null || stillCounts(code, year, form, at)) {
                OrganRow row = at.asOf() == null ? names.get(code) : organs.at(code, at);
                members.add(member(row == null ? new OrganRow(code, code, null) : row, place, version, year, report));
            }
        }
        FigureSum sum = reported.sum(
                form, year, members.stream().map(m -> m.organ().code()).toList(), at.number());
        Figures before = versions.latest(organ, year - 1, at.number())
                .map(ConsolidatedVersion::figures)
                .orElse(null);
        Figures figures = sum.figures();
        AnnualTables tables = new AnnualTables(
                organ,
                superior.name(),
                year,
                form,
                at.asOf(),
                at.number(),
                List.of(),
                figures,
                before,
                TableChecks.evaluate(
                        figures, before, RegulatoryPower.of(superior.name(), superior.mayIssueRegulations()), null));
        return new Consolidation(members, tables, sum.blanks());
    }

    private Map<String, OrganRow> names(ReadPoint at) {
        return at.asOf() == null
                ? rows.all().stream().collect(Collectors.toMap(OrganRow::code, Function.identity()))
                : Map.of();
    }

    private static ConsolidatedMember member(
            OrganRow organ,
            OrganTree.@Nullable Member place,
            @Nullable ReportedVersion version,
            int year,
            ConsolidatedReport report) {
        FailedCheck missing = Consolidation.missing(organ.code(), organ.name(), year);
        return new ConsolidatedMember(
                organ,
                place,
                version,
                version == null && report.waives(missing) ? report.waivers().get(missing.check()) : null);
    }

    /** Whether an organ that ceased in an earlier year still has requests or cases in the tables of this one. */
    private boolean stillCounts(String organ, int year, StatutoryForm form, ReadPoint at) {
        return counted.figures(organ, year, form, at).values().entrySet().stream()
                .anyMatch(e ->
                        !e.getKey().table().equals("proactive") && e.getValue().signum() != 0);
    }

    /** @throws Problem as for {@link #of}, and when the form has no such cell */
    public OpenedSum open(String organ, int year, CellId cell, @Nullable String asOf) {
        Consolidation consolidation = of(organ, year, asOf);
        AnnualTables tables = consolidation.tables();
        if (!tables.form().cells().containsKey(cell)) {
            throw Problem.notFound("报表没有这个格：" + cell);
        }
        List<String> codes =
                consolidation.members().stream().map(m -> m.organ().code()).toList();
        Map<String, BigDecimal> shares =
                Access.asProduct(() -> reported.shares(tables.form(), cell, year, codes, tables.readUpTo()));
        return new OpenedSum(
                consolidation,
                cell,
                consolidation.members().stream()
                        .map(m -> new Share(m, shares.get(m.organ().code())))
                        .toList());
    }

    /** How the sums of now differ from a version. */
    public SinceThen since(Consolidation now, ConsolidatedVersion version) {
        Figures before = version.figures();
        List<SumDifference> figures = new ArrayList<>();
        now.tables().form().cells().keySet().forEach(cell -> {
            BigDecimal was = before.find(cell);
            BigDecimal is = now.tables().figures().find(cell);
            boolean same = (was == null || is == null) ? (was == null && is == null) : was.compareTo(is) == 0;
            if (!same) {
                figures.add(new SumDifference(cell, now.tables().form().describe(cell), was, is));
            }
        });
        Map<String, ConsolidatedVersion.Summed> then = new LinkedHashMap<>();
        version.members().forEach(summed -> then.put(summed.code(), summed));
        List<String> members = new ArrayList<>();
        for (ConsolidatedMember member : now.members()) {
            ConsolidatedVersion.Summed was = then.remove(member.organ().code());
            ReportedVersion is = member.version();
            if (was == null) {
                members.add(member.organ().name() + "：当时不在汇总范围，现在是" + member.words());
            } else if (!Objects.equals(was.number(), is == null ? null : (Long) is.number())) {
                members.add(member.organ().name() + "：当时是" + words(was) + "，现在是" + member.words());
            }
        }
        then.values().forEach(was -> members.add(was.name() + "：当时是" + words(was) + "，现在不在汇总范围"));
        return new SinceThen(version, List.copyOf(figures), List.copyOf(members));
    }

    private static String words(ConsolidatedVersion.Summed was) {
        return switch (was.source()) {
            case "published" -> "年度报告第" + was.version() + "版";
            case "external" -> "外部报表（第" + was.version() + "次报送）";
            default -> "没有数据，已豁免";
        };
    }

    /** Those of the organs that published in this system whose tables have changed since; by name. */
    public List<String> changedSince(Consolidation now) {
        return Access.asProduct(() -> changed(now));
    }

    private List<String> changed(Consolidation now) {
        AnnualTables tables = now.tables();
        ReadPoint at = new ReadPoint(tables.asOf(), tables.readUpTo());
        var all = counted.figuresOfAll(tables.year(), tables.year(), at);
        List<String> changed = new ArrayList<>();
        for (ConsolidatedMember member : now.members()) {
            ReportedVersion version = member.version();
            if (version != null && version.source() == ReportedSource.PUBLISHED) {
                String code = member.organ().code();
                Figures then = reported.figures(tables.form(), tables.year(), code, at.number())
                        .orElse(Figures.of(Map.of()));
                if (!same(then, all.figures(code, tables.year(), tables.form()))) {
                    changed.add(member.organ().name());
                }
            }
        }
        return changed;
    }

    private static boolean same(Figures one, Figures other) {
        Map<CellId, BigDecimal> left = plain(one);
        return left.equals(plain(other));
    }

    private static Map<CellId, BigDecimal> plain(Figures figures) {
        Map<CellId, BigDecimal> plain = new HashMap<>();
        figures.values().forEach((cell, figure) -> plain.put(cell, figure.stripTrailingZeros()));
        return plain;
    }

    StatutoryForm form(int year) {
        if (year > Year.now(clock).getValue() + 1) {
            throw Problem.notFound(year + "年度还没有到");
        }
        return StatutoryForms.forYear(year)
                .orElseThrow(() -> Problem.notFound(year + "年度没有可用的报表格式（国办公开办函〔2021〕30号自2021年度起适用）"));
    }
}
