package org.disclosureledger.projections.annualtables;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.organ.OrganRow;
import org.jspecify.annotations.Nullable;

/** Counts the statutory figures of an organ and a year from the entries, at any point of the ledger. */
public final class AnnualTablesQuery {

    private static final List<String> REFUSALS_UNDER_ART_14_TO_16 = List.of(
            "request.decided.refused.stateSecret",
            "request.decided.refused.otherLawProhibits",
            "request.decided.refused.threeSecuritiesOneStability",
            "request.decided.refused.thirdPartyRights",
            "request.decided.refused.internalAffairs",
            "request.decided.refused.processInformation",
            "request.decided.refused.lawEnforcementFile");

    private final AnnualTablesStore store;
    private final Positions positions;

    public AnnualTablesQuery(AnnualTablesStore store, Positions positions) {
        this.store = store;
        this.positions = positions;
    }

    /**
     * Which point of the ledger a question is about.
     *
     * @param asOf the instant asked for, null for now
     * @param number the last event recorded by then
     */
    public record ReadPoint(@Nullable Instant asOf, long number) {

        /** Whatever is recorded by the time of reading. */
        public static ReadPoint latest() {
            return new ReadPoint(null, Long.MAX_VALUE);
        }
    }

    /** The point that the tables have reached. */
    public ReadPoint now() {
        return new ReadPoint(null, positions.of(AnnualTablesProjector.NAME));
    }

    /** Tables of a year before which nothing was published. */
    public AnnualTables tables(OrganRow organ, int year, StatutoryForm form, ReadPoint at) {
        return tables(organ, year, form, at, null);
    }

    /**
     * Call inside one repeatable-read transaction together with {@link #now}, so that all figures are of one moment.
     *
     * @param publishedBefore last year's figures as they were published, null when they were not: then as counted
     */
    public AnnualTables tables(
            OrganRow organ, int year, StatutoryForm form, ReadPoint at, @Nullable Figures publishedBefore) {
        List<AppliedRule> rules = rules(organ.code(), year, at);
        Figures figures = figures(organ.code(), year, form, at);
        Figures previous = publishedBefore == null ? figures(organ.code(), year - 1, form, at) : publishedBefore;
        int suits = store.directSuitsOverRefusals(organ.code(), year, at.number(), rules, REFUSALS_UNDER_ART_14_TO_16);
        List<TableCheck> checks = TableChecks.evaluate(
                figures, previous, RegulatoryPower.of(organ.name(), organ.mayIssueRegulations()), suits);
        return new AnnualTables(
                organ.code(), organ.name(), year, form, at.asOf(), at.number(), rules, figures, previous, checks);
    }

    /** How the tables of a year are counted. */
    public List<AppliedRule> rules(String organ, int year, ReadPoint at) {
        return AppliedRule.of(
                store.choices(organ, at.number()).stream()
                        .map(MadeChoice::choice)
                        .toList(),
                year);
    }

    /** What an organ chose, in the order in which it chose. */
    public List<MadeChoice> choices(String organ, ReadPoint at) {
        return store.choices(organ, at.number());
    }

    /** The figures alone. */
    public Figures figures(String organ, int year, StatutoryForm form, ReadPoint at) {
        return FormFigures.of(form, store.sums(organ, year, at.number(), rules(organ, year, at)));
    }

    /** The figures of every organ in some years, read at once; each the same as {@link #figures}. */
    public FiguresOfAll figuresOfAll(int firstYear, int lastYear, ReadPoint at) {
        return new FiguresOfAll(
                store.sumsOfAll(firstYear, lastYear, at.number()), (organ, year) -> rules(organ, year, at));
    }

    /** What events that are not recorded yet would do to some years, as the tables stand at a point of the ledger. */
    public Forecast forecast(String organ, Collection<Integer> years, ReadPoint at) {
        return new Forecast(store, this, organ, years, at);
    }

    /** The first year with an entry, whatever the organ chose, for every organ that has one. */
    public Map<String, Integer> firstYears(ReadPoint at) {
        return store.firstYears(at.number());
    }

    /** The cases that a figure counts; empty when the form has no such cell. */
    public Optional<List<CellCase>> cases(String organ, int year, StatutoryForm form, CellId cell, ReadPoint at) {
        return Optional.ofNullable(form.cells().get(cell))
                .map(s -> store.cases(organ, year, at.number(), rules(organ, year, at), s));
    }

    /**
     * Cases that may count otherwise in a year at one point of the ledger than at another; all others count at both alike.
     * The points may be in either order.
     */
    public Set<String> changedCases(String organ, int year, ReadPoint one, ReadPoint other) {
        return store.changed(
                organ,
                year,
                Math.min(one.number(), other.number()),
                Math.max(one.number(), other.number()),
                !rules(organ, year, one).equals(rules(organ, year, other)));
    }

    /** What counts in a year, of some cases, in the order of the ledger. */
    public List<MeasuredCase> measured(String organ, int year, Collection<String> caseIds, ReadPoint at) {
        return caseIds.isEmpty()
                ? List.of()
                : store.measured(organ, year, at.number(), rules(organ, year, at), caseIds);
    }

    /** The same cases alone, in no order; one that counts twice is there twice. */
    public Optional<List<String>> caseIds(String organ, int year, StatutoryForm form, CellId cell, ReadPoint at) {
        return Optional.ofNullable(form.cells().get(cell))
                .map(s -> store.caseIds(organ, year, at.number(), rules(organ, year, at), s));
    }

    /**
     * Some of the cases that a figure counts, in the order of the ledger.
     *
     * @param count how many there are in all
     */
    public record SomeCases(int count, List<CellCase> cases) {}

    /** Some of {@link #cases}; empty when the form has no such cell. */
    public Optional<SomeCases> cases(
            String organ, int year, StatutoryForm form, CellId cell, ReadPoint at, int offset, int limit) {
        List<AppliedRule> rules = rules(organ, year, at);
        return Optional.ofNullable(form.cells().get(cell))
                .map(s -> new SomeCases(
                        store.countCases(organ, year, at.number(), rules, s),
                        store.cases(organ, year, at.number(), rules, s, offset, limit)));
    }
}
