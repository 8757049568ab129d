package org.disclosureledger.application.statistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON shape of annual tables: written for those counted here, read from those made elsewhere. */
public final class TablesJson {

    static final List<String> DOCUMENTS = List.of("regulations", "normativeDocuments");
    static final List<String> DOCUMENT_COLUMNS = List.of("issued", "repealed", "inForce");
    static final List<String> COUNTS = List.of("licences", "penalties", "compulsoryMeasures");
    static final String FEES = "fees";
    static final String COUNT = "count";
    static final List<String> REMEDY_COLUMNS = List.of("upheld", "corrected", "other", "pending", "total");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TablesJson() {}

    /** The same as {@link #of}, as a type of its own. */
    public static TablesReply reply(AnnualTables tables) {
        return JSON.convertValue(of(tables), TablesReply.class);
    }

    public static Map<String, Object> of(AnnualTables tables) {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> organ = new LinkedHashMap<>();
        organ.put("code", tables.organCode());
        organ.put("name", tables.organName());
        json.put("organ", organ);
        json.put("year", tables.year());
        json.put("format", tables.form().id());
        json.put("asOf", tables.asOf() == null ? null : tables.asOf().toString());
        json.put("readUpTo", tables.readUpTo());
        json.put("countingRules", AppliedRuleReply.of(tables.rules()));
        Figures figures = tables.figures();
        json.put("proactive", proactive(figures));
        json.put("requests", requests(tables));
        json.put("reconsideration", remedy(figures, "reconsideration", "reconsideration"));
        Map<String, Object> litigation = new LinkedHashMap<>();
        litigation.put("direct", remedy(figures, "litigation", "direct"));
        litigation.put("afterReconsideration", remedy(figures, "litigation", "afterReconsideration"));
        json.put("litigation", litigation);
        json.put("checks", TableCheckReply.of(tables.checks()));
        return json;
    }

    private static Map<String, Object> proactive(Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (String row : DOCUMENTS) {
            Map<String, Object> cells = new LinkedHashMap<>();
            DOCUMENT_COLUMNS.forEach(column -> cells.put(column, whole(figures.find("proactive", row, column))));
            json.put(row, cells);
        }
        COUNTS.forEach(row -> json.put(row, whole(figures.find("proactive", row, COUNT))));
        BigDecimal fees = figures.find("proactive", FEES, COUNT);
        json.put(FEES, fees == null ? null : fees.toPlainString());
        return json;
    }

    private static Map<String, Object> requests(AnnualTables tables) {
        Map<String, Object> rows = new LinkedHashMap<>();
        List<String> columns = columns();
        for (CellId cell : tables.form().cells().keySet()) {
            if (cell.table().equals("requests")) {
                rows.computeIfAbsent(
                        cell.row(),
                        row -> columns.stream()
                                .map(c -> whole(tables.figures().find("requests", row, c)))
                                .toList());
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("columns", columns);
        json.put("rows", rows);
        return json;
    }

    static List<String> columns() {
        List<String> columns = new java.util.ArrayList<>();
        for (ApplicantKind kind : ApplicantKind.values()) {
            columns.add(kind.id());
        }
        columns.add("total");
        return columns;
    }

    private static Map<String, Object> remedy(Figures figures, String table, String row) {
        Map<String, Object> json = new LinkedHashMap<>();
        REMEDY_COLUMNS.forEach(column -> json.put(column, whole(figures.find(table, row, column))));
        return json;
    }

    private static @Nullable Object whole(@Nullable BigDecimal value) {
        return value == null ? null : value.toBigIntegerExact();
    }
}
