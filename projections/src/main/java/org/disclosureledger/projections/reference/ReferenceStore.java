package org.disclosureledger.projections.reference;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts from the recorded events. Each statement reads the whole ledger once: this is to check by, not to serve. */
public final class ReferenceStore {

    private final JdbcClient jdbc;
    private final ReferenceSql sql;

    public ReferenceStore(JdbcTemplate template, ReferenceSql sql) {
        this.jdbc = JdbcClient.create(template);
        this.sql = sql;
    }

    /** A figure that is not 0, or that was reported. */
    record Counted(String organ, int year, CellId cell, BigDecimal figure) {}

    /**
     * The tables of some years.
     *
     * @param organ whose, null for those of all organs
     * @param upTo number of the last event that counts
     */
    public ReferenceTables tables(@Nullable String organ, int firstYear, int lastYear, long upTo) {
        List<Counted> counted = new ArrayList<>();
        for (String statement : List.of(sql.requests(), sql.remedies(), sql.proactive())) {
            counted.addAll(jdbc.sql(statement)
                    .param("organ", organ)
                    .param("firstYear", firstYear)
                    .param("lastYear", lastYear)
                    .param("upTo", upTo)
                    .query(ReferenceStore::counted)
                    .list());
        }
        return new ReferenceTables(counted);
    }

    private static Counted counted(ResultSet row, int n) throws SQLException {
        return new Counted(
                row.getString("organ"),
                row.getInt("year"),
                new CellId(row.getString("sheet"), row.getString("row_id"), row.getString("column_id")),
                row.getBigDecimal("figure"));
    }
}
