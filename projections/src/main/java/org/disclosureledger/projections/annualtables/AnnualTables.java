package org.disclosureledger.projections.annualtables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/**
 * The statutory tables of one organ for one year, as known at one point of the ledger. Every page, document and file
 * is made from this object and nothing else.
 *
 * @param asOf the instant whose knowledge they show, null for now
 * @param readUpTo number of the last event that they include
 * @param rules how was counted what the law leaves open
 * @param before figures of the year before that the checks compare with: as published or else as counted; null when they
 *     compare with none
 */
public record AnnualTables(
        String organCode,
        String organName,
        int year,
        StatutoryForm form,
        @Nullable Instant asOf,
        long readUpTo,
        List<AppliedRule> rules,
        Figures figures,
        @Nullable Figures before,
        List<TableCheck> checks) {

    /** The same tables with the figures that were published of them. */
    public AnnualTables published(Figures published) {
        return new AnnualTables(organCode, organName, year, form, asOf, readUpTo, rules, published, before, checks);
    }

    /** The same tables with one more check. */
    public AnnualTables and(TableCheck check) {
        List<TableCheck> all = new ArrayList<>(checks);
        all.add(check);
        return withChecks(all);
    }

    /** The same tables with these checks alone. */
    public AnnualTables withChecks(List<TableCheck> all) {
        return new AnnualTables(
                organCode, organName, year, form, asOf, readUpTo, rules, figures, before, List.copyOf(all));
    }
}
