package org.disclosureledger.application.verification;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.annualtables.AnnualTablesStore;
import org.disclosureledger.projections.annualtables.FiguresOfAll;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.reference.ReferenceDifference;
import org.disclosureledger.projections.reference.ReferenceSql;
import org.disclosureledger.projections.reference.ReferenceStore;
import org.disclosureledger.projections.reference.ReferenceTables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Compares the annual tables as everybody reads them, cell by cell, with those that SQL counts from the events alone:
 * of every organ, in every year from the first form's to this one, as of the event that the tables have come to.
 */
final class ReferenceCheck {

    private final Findings findings = new Findings();
    private final JdbcTemplate template;
    private final long upTo;
    private final int lastYear;
    private long cells;

    /** @param lastYear this year in China */
    ReferenceCheck(Connection connection, Map<String, Long> positions, int lastYear) {
        this.template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.upTo = positions.getOrDefault(AnnualTablesProjector.NAME, 0L);
        this.lastYear = lastYear;
    }

    void compare() {
        template.execute("set local work_mem = '128MB'");
        int firstYear = StatutoryForms.all().stream()
                .mapToInt(StatutoryForm::firstYear)
                .min()
                .orElseThrow();
        ReadPoint at = new ReadPoint(null, upTo);
        AnnualTablesQuery live =
                new AnnualTablesQuery(new AnnualTablesStore(template), new Positions(JdbcClient.create(template)));
        try {
            ReferenceTables reference =
                    new ReferenceStore(template, ReferenceSql.shipped()).tables(null, firstYear, lastYear, upTo);
            TreeSet<String> organs = new TreeSet<>(reference.organs());
            FiguresOfAll figures = live.figuresOfAll(firstYear, lastYear, at);
            organs.addAll(figures.organs());
            for (String organ : organs) {
                for (int year = firstYear; year <= lastYear; year++) {
                    compare(organ, year, figures, reference);
                }
            }
        } catch (DataAccessException e) {
            findings.add("uncounted", Map.of(), "没有能够按事件另行数出年度报表：有事件的内容不是应有的写法");
        }
    }

    private void compare(String organ, int year, FiguresOfAll live, ReferenceTables reference) {
        Optional<StatutoryForm> form = StatutoryForms.forYear(year);
        if (form.isEmpty()) {
            return;
        }
        cells += form.get().cells().size();
        ReferenceDifference.between(live.figures(organ, year, form.get()), reference.figures(organ, year, form.get()))
                .forEach(difference -> differs(organ, year, form.get(), difference));
    }

    private void differs(String organ, int year, StatutoryForm form, ReferenceDifference difference) {
        String live = plain(difference.live());
        String reference = plain(difference.reference());
        findings.add(
                "cellDiffers",
                Map.of(
                        "organ",
                        organ,
                        "year",
                        year,
                        "cell",
                        difference.cell().toString(),
                        "live",
                        live,
                        "reference",
                        reference),
                "机关 " + organ + " " + year + " 年度“" + form.describe(difference.cell()) + "”（" + difference.cell()
                        + "）：现有的表是" + shown(live) + "，按事件另行数出的是" + shown(reference));
    }

    /** Empty for a blank. */
    private static String plain(@Nullable BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString();
    }

    private static String shown(String figure) {
        return figure.isEmpty() ? "空白" : " " + figure;
    }

    Check result() {
        return findings.check("reference", "年度报表与按事件另行数出的结果", cells);
    }
}
