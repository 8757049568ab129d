package org.disclosureledger.application.rebuild;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.disclosureledger.application.rebuild.RebuildOutcome.CellDifference;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.annualtables.AnnualTablesStore;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the annual tables of the live rows with those of the rebuilt ones, cell by cell, in the caller's transaction. */
final class CellComparison {

    private static final int NAMED = 200;

    private final Shadow shadow;
    private final RebuildSpec spec;
    private final int lastYear;
    private final AnnualTablesQuery query;
    private final List<CellDifference> named = new ArrayList<>();
    private long compared;
    private long differing;

    /** @param lastYear the last year whose tables are asked for when the spec names none */
    CellComparison(Shadow shadow, RebuildSpec spec, int lastYear) {
        this.shadow = shadow;
        this.spec = spec;
        this.lastYear = lastYear;
        this.query = new AnnualTablesQuery(
                new AnnualTablesStore(shadow.template()), new Positions(JdbcClient.create(shadow.template())));
    }

    /** @param position number of the last event that both sides have read */
    void compare(long position) {
        ReadPoint at = new ReadPoint(null, position);
        Map<String, Integer> firstYears = new TreeMap<>(query.firstYears(at));
        shadow.speakOfLive(true);
        query.firstYears(at).forEach((organ, year) -> firstYears.merge(organ, year, Math::min));
        shadow.speakOfLive(false);
        String only = spec.organ();
        if (only != null) {
            firstYears.keySet().retainAll(Set.of(only));
        }
        firstYears.forEach((organ, first) -> {
            Integer year = spec.year();
            for (int y = year == null ? first : year; y <= (year == null ? lastYear : year); y++) {
                compare(organ, y, at);
            }
        });
    }

    private void compare(String organ, int year, ReadPoint at) {
        StatutoryForm form = StatutoryForms.forYear(year).orElse(null);
        if (form == null) {
            return;
        }
        Map<CellId, BigDecimal> rebuilt = query.figures(organ, year, form, at).values();
        shadow.speakOfLive(true);
        Map<CellId, BigDecimal> live = query.figures(organ, year, form, at).values();
        shadow.speakOfLive(false);
        for (CellId cell : form.cells().keySet()) {
            compared++;
            String was = text(live.get(cell));
            String is = text(rebuilt.get(cell));
            if (!Objects.equals(was, is)) {
                differing++;
                if (named.size() < NAMED) {
                    named.add(new CellDifference(organ, year, cell.toString(), was, is));
                }
            }
        }
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    long compared() {
        return compared;
    }

    long differing() {
        return differing;
    }

    List<CellDifference> named() {
        return List.copyOf(named);
    }
}
