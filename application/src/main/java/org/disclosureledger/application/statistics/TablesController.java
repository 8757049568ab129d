package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.disclosureledger.application.report.HtmlReport;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.annualtables.AnnualTables;
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
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/annual-reports/{year}/tables")
@Tag(name = "年度报表")
public class TablesController {

    private final AnnualTablesReader reader;

    public TablesController(AnnualTablesReader reader) {
        this.reader = reader;
    }

    @GetMapping
    @Operation(summary = "年度报表", description = "请求头 Accept: text/html 时给出 HTML 表格")
    @ApiResponse(
            responseCode = "200",
            description = "报表",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = TablesReply.class)))
    public ResponseEntity<Object> openTables(
            @PathVariable String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE)
                    String accept) {
        AnnualTables tables = reader.tables(organ, year, asOf);
        if (accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .body(HtmlReport.tablesHtml(tables, cell -> null).getBytes(StandardCharsets.UTF_8));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(TablesJson.of(tables));
    }

    @GetMapping(value = "/reference", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "按事件另行数出的年度报表，和与现有报表不同的格", description = "直接由登记的事件用另写的 SQL 数出，只供核对；每次通读整个台账，比报表慢")
    public ReferenceReply openReference(
            @PathVariable String organ, @PathVariable int year, @RequestParam(required = false) @Nullable String asOf) {
        return ReferenceReply.of(reader.reference(organ, year, asOf));
    }

    @GetMapping(value = "/cells/{table}/{row}/{column}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "一个数字由哪些案件构成", description = "例如 requests/granted/naturalPerson、litigation/direct/upheld")
    public CellReply openCell(
            @PathVariable String organ,
            @PathVariable int year,
            @Parameter(description = "表", example = "requests") @PathVariable String table,
            @Parameter(description = "行", example = "granted") @PathVariable String row,
            @Parameter(description = "列", example = "naturalPerson") @PathVariable String column,
            @RequestParam(required = false) @Nullable String asOf) {
        return CellReply.of(reader.open(organ, year, new CellId(table, row, column), asOf));
    }
}
