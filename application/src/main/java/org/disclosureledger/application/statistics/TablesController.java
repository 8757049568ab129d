package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.report.HtmlReport;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.CellCase;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statutory tables and what is behind each figure. */
@RestController
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}/tables")
@Tag(name = "年度报表")
public class TablesController {

    private final AnnualTablesReader reader;

    public TablesController(AnnualTablesReader reader) {
        this.reader = reader;
    }

    @GetMapping
    @Operation(
            summary = "年度报表",
            description = "asOf：按该时刻已知的内容统计，例如 2023-01-20T08:00:00Z；不填为现在。请求头 Accept: text/html 时给出 HTML 表格")
    public ResponseEntity<Object> tables(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        AnnualTables tables = reader.tables(organ, year, asOf);
        if (accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .body(HtmlReport.tablesHtml(tables, cell -> null).getBytes(StandardCharsets.UTF_8));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(TablesJson.of(tables));
    }

    @GetMapping(value = "/cells/{table}/{row}/{column}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "一个数字由哪些案件构成", description = "例如 requests/granted/naturalPerson、litigation/direct/upheld")
    public Map<String, Object> cell(
            @PathVariable String organ,
            @PathVariable int year,
            @PathVariable String table,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam(required = false) @Nullable String asOf) {
        AnnualTablesReader.OpenedCell opened = reader.open(organ, year, new CellId(table, row, column), asOf);
        AnnualTables tables = opened.tables();
        CellId cell = opened.cell();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("organ", tables.organCode());
        json.put("year", year);
        json.put("format", tables.form().id());
        json.put("table", cell.table());
        json.put("row", cell.row());
        json.put("column", cell.column());
        json.put("label", tables.form().describe(cell));
        json.put("asOf", tables.asOf() == null ? null : tables.asOf().toString());
        json.put("readUpTo", tables.readUpTo());
        json.put("countingRules", TablesJson.rules(tables.rules()));
        json.put("figure", figure(tables, cell));
        json.put("cases", opened.cases().stream().map(TablesController::counted).toList());
        return json;
    }

    /** A reported amount keeps its decimals, so it is a string; a count is a number. */
    private static @Nullable Object figure(AnnualTables tables, CellId cell) {
        BigDecimal figure = tables.figures().find(cell);
        return figure != null && cell.row().equals(TablesJson.FEES) ? figure.toPlainString() : figure;
    }

    private static Map<String, Object> counted(CellCase counted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", counted.caseId());
        json.put("register", counted.register());
        json.put("number", counted.number());
        if (counted.quantity().compareTo(BigDecimal.ONE) != 0) {
            json.put("quantity", counted.quantity().toPlainString());
        }
        json.put("events", List.copyOf(counted.events()));
        return json;
    }
}
