package org.disclosureledger.application.statistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.RegulatoryPower;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Annual tables that somebody else made, read from the JSON of the contract. What is missing or malformed is refused
 * with its place; what does not add up is not: that is for the checks.
 */
public final class ForeignTables {

    /** No exponents: a few letters would stand for millions of digits. */
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");

    private final JsonNode table;
    private final String place;
    private final Map<CellId, BigDecimal> cells = new LinkedHashMap<>();

    private ForeignTables(JsonNode table, String place) {
        this.table = table;
        this.place = place;
    }

    /** @throws Problem when the JSON is not a table of a known form */
    public static Figures read(JsonNode table, String place) {
        return new ForeignTables(table, place).read();
    }

    static RegulatoryPower power(JsonNode table) {
        JsonNode organ = table.path("organ");
        JsonNode stated = organ.path("mayIssueRegulations");
        String name = organ.isString() ? organ.asString() : organ.path("name").asString(null);
        return RegulatoryPower.of(name, stated.isBoolean() ? stated.asBoolean() : null);
    }

    private Figures read() {
        if (!table.isObject()) {
            throw refuse(place, "应为一个对象");
        }
        String format = table.path("format").asString("2021-30");
        StatutoryForm form =
                StatutoryForms.byId(format).orElseThrow(() -> refuse(place + "/format", "未知的报表格式“" + format + "”"));
        proactive();
        requests(form);
        remedy("reconsideration", "reconsideration", table.path("reconsideration"), "/reconsideration");
        JsonNode litigation = table.path("litigation");
        remedy("litigation", "direct", litigation.path("direct"), "/litigation/direct");
        remedy(
                "litigation",
                "afterReconsideration",
                litigation.path("afterReconsideration"),
                "/litigation/afterReconsideration");
        return Figures.of(cells);
    }

    private void proactive() {
        JsonNode proactive = object(table.path("proactive"), "/proactive");
        for (String row : TablesJson.DOCUMENTS) {
            JsonNode cellsOfRow = object(proactive.path(row), "/proactive/" + row);
            for (String column : TablesJson.DOCUMENT_COLUMNS) {
                put("proactive", row, column, cellsOfRow.path(column), "/proactive/" + row + "/" + column, true);
            }
        }
        for (String row : TablesJson.COUNTS) {
            put("proactive", row, TablesJson.COUNT, proactive.path(row), "/proactive/" + row, true);
        }
        put("proactive", TablesJson.FEES, TablesJson.COUNT, proactive.path(TablesJson.FEES), "/proactive/fees", false);
    }

    private void requests(StatutoryForm form) {
        JsonNode requests = object(table.path("requests"), "/requests");
        List<String> columns = columns(requests.path("columns"));
        JsonNode rows = object(requests.path("rows"), "/requests/rows");
        TreeSet<String> unknown = new TreeSet<>(rows.propertyNames());
        for (CellId cell : form.cells().keySet()) {
            if (cell.table().equals("requests") && cell.column().equals("total")) {
                unknown.remove(cell.row());
                String at = "/requests/rows/" + cell.row();
                JsonNode row = rows.path(cell.row());
                if (!row.isArray() || row.size() != columns.size()) {
                    throw refuse(place + at, "应为 7 个整数：六类申请人和总计");
                }
                for (int i = 0; i < columns.size(); i++) {
                    put("requests", cell.row(), columns.get(i), row.get(i), at + "/" + i, true);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw refuse(place + "/requests/rows/" + unknown.first(), "表三没有这一行");
        }
    }

    private List<String> columns(JsonNode stated) {
        List<String> known = TablesJson.columns();
        if (stated.isMissingNode()) {
            return known;
        }
        List<String> columns = new java.util.ArrayList<>();
        stated.forEach(c -> columns.add(c.asString("")));
        if (columns.size() != known.size() || !columns.containsAll(known)) {
            throw refuse(place + "/requests/columns", "应为：" + String.join("、", known));
        }
        return columns;
    }

    private void remedy(String tableId, String row, JsonNode cellsOfRow, String at) {
        object(cellsOfRow, at);
        for (String column : TablesJson.REMEDY_COLUMNS) {
            put(tableId, row, column, cellsOfRow.path(column), at + "/" + column, true);
        }
    }

    private JsonNode object(JsonNode node, String at) {
        if (!node.isObject()) {
            throw refuse(place + at, node.isMissingNode() ? "缺少" : "应为一个对象");
        }
        return node;
    }

    private void put(String tableId, String row, String column, JsonNode node, String at, boolean whole) {
        if (node.isMissingNode()) {
            throw refuse(place + at, "缺少");
        }
        if (node.isNull()) {
            return;
        }
        cells.put(new CellId(tableId, row, column), figure(digits(node, place + at), whole, place + at));
    }

    private static String digits(JsonNode node, String at) {
        try {
            return node.isNumber() || node.isString() ? node.asString().trim() : "";
        } catch (JacksonException e) {
            throw refuse(at, "应为数字");
        }
    }

    /**
     * A figure from the text of a file.
     *
     * @param whole whether it counts something; otherwise it may have four decimals
     * @param at where it stands, for the refusal
     * @throws Problem when it is no such number
     */
    public static BigDecimal figure(String digits, boolean whole, String at) {
        if (!DIGITS.matcher(digits).matches()) {
            throw refuse(at, "应为数字");
        }
        BigDecimal value = new BigDecimal(digits);
        if (value.signum() < 0) {
            throw refuse(at, "不能为负数");
        }
        if (value.stripTrailingZeros().scale() > (whole ? 0 : 4)) {
            throw refuse(at, whole ? "应为整数" : "最多四位小数");
        }
        return value;
    }

    /** Whether a cell counts something; otherwise it is an amount of money. */
    public static boolean isWhole(CellId cell) {
        return !cell.row().equals(TablesJson.FEES);
    }

    /** That something is no table of the form, with its place. */
    public static Problem refuse(String at, String sentence) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not-a-table",
                "不是规定格式的年度报表",
                at + "：" + sentence,
                Map.of("errors", List.of(Map.of("field", at, "reason", sentence))));
    }

    static @Nullable JsonNode previous(JsonNode body) {
        JsonNode previous = body.path("previous");
        return previous.isMissingNode() || previous.isNull() ? null : previous;
    }
}
