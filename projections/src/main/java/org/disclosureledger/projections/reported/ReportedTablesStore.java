package org.disclosureledger.projections.reported;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** All SQL of tables that were published or came in from elsewhere. */
public final class ReportedTablesStore {

    private static final String COLUMNS =
            "organ, year, source, version, form, counting_rules, published_on, first_event, figures";

    private static final String HELD = "%1$s.first_event <= ? and (%1$s.last_event is null or %1$s.last_event > ?)";

    private final JdbcClient jdbc;

    public ReportedTablesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalArgumentException when the form is unknown or has no such cells */
    void reported(ReportedVersion reported, String figures) {
        StatutoryForm form = StatutoryForms.byId(reported.form())
                .orElseThrow(() -> new IllegalArgumentException("unknown form: " + reported.form()));
        LocalDate publishedOn = reported.publishedOn();
        jdbc.sql("insert into reported_tables (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (organ, year, source, version) do nothing")
                .param(reported.organ())
                .param(reported.year())
                .param(reported.source().id())
                .param(reported.version())
                .param(reported.form())
                .param(reported.countingRules())
                .param(publishedOn == null ? null : Date.valueOf(publishedOn))
                .param(reported.number())
                .param(PackedFigures.of(form, figures))
                .update();
        jdbc.sql("update reported_tables set last_event = ? where organ = ? and year = ? and source = ?"
                        + " and version < ? and last_event is null")
                .param(reported.number())
                .param(reported.organ())
                .param(reported.year())
                .param(reported.source().id())
                .param(reported.version())
                .update();
    }

    void clear() {
        jdbc.sql("truncate reported_tables").update();
    }

    /**
     * For each of these organs that has any, the tables that count at a point of the ledger: what it published or else what
     * came in from elsewhere.
     */
    public List<ReportedVersion> versions(int year, Collection<String> organs, long upTo) {
        return counting(
                        "organ, year, source, version, form, counting_rules, published_on, first_event",
                        year,
                        organs,
                        upTo)
                .query(ReportedTablesStore::version)
                .list();
    }

    /** The figures of these tables added up; those of another form are not among them. */
    public FigureSum sum(StatutoryForm form, int year, Collection<String> organs, long upTo) {
        FigureSum sum = new FigureSum(form);
        counting(COLUMNS, year, organs, upTo).query((ResultSet row) -> {
            if (row.getString("form").equals(form.id())) {
                sum.add(row.getString("organ"), row.getString("figures"));
            }
        });
        return sum;
    }

    /** What each of these organs has in a cell, by its code; an organ that left it blank is not there. */
    public Map<String, BigDecimal> shares(
            StatutoryForm form, CellId cell, int year, Collection<String> organs, long upTo) {
        int place = List.copyOf(form.cells().keySet()).indexOf(cell);
        Map<String, BigDecimal> shares = new TreeMap<>();
        counting(COLUMNS, year, organs, upTo).query((ResultSet row) -> {
            BigDecimal share =
                    row.getString("form").equals(form.id()) ? PackedFigures.at(place, row.getString("figures")) : null;
            if (share != null) {
                shares.put(row.getString("organ"), share);
            }
        });
        return shares;
    }

    /** The figures of the tables that count for one organ; empty when there are none of this form. */
    public Optional<Figures> figures(StatutoryForm form, int year, String organ, long upTo) {
        return counting(COLUMNS, year, List.of(organ), upTo)
                .query((row, n) -> row.getString("form").equals(form.id()) ? row.getString("figures") : "")
                .optional()
                .filter(packed -> !packed.isEmpty())
                .map(packed -> PackedFigures.figures(form, packed));
    }

    /** In no order: a country's figures are not sorted on their way. */
    private StatementSpec counting(String columns, int year, Collection<String> organs, long upTo) {
        return jdbc.sql("select " + columns + " from reported_tables t where year = ? and organ = any(?) and "
                        + HELD.formatted("t")
                        + " and (source = 'published' or not exists (select 1 from reported_tables p"
                        + " where p.organ = t.organ and p.year = t.year and p.source = 'published' and "
                        + HELD.formatted("p") + "))")
                .param(year)
                .param(organs.toArray(String[]::new))
                .param(upTo)
                .param(upTo)
                .param(upTo)
                .param(upTo);
    }

    private static ReportedVersion version(ResultSet row, int n) throws SQLException {
        @Nullable Date publishedOn = row.getDate("published_on");
        return new ReportedVersion(
                row.getString("organ"),
                row.getInt("year"),
                Coded.of(ReportedSource.class, row.getString("source")),
                row.getInt("version"),
                row.getString("form"),
                row.getString("counting_rules"),
                publishedOn == null ? null : publishedOn.toLocalDate(),
                row.getLong("first_event"));
    }
}
