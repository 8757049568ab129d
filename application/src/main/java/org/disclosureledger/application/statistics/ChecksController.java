package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Checks tables that were made anywhere. */
@RestController
@Tag(name = "年度报表")
public class ChecksController {

    @PostMapping("/api/v1/annual-tables/checks")
    @Operation(summary = "校验任何来源的年度报表", description = "请求体为一张报表，或 {\"table\": 本年报表, \"previous\": 上年报表}；没有上年报表时不作跨年校验")
    public Map<String, List<Map<String, Object>>> check(@RequestBody JsonNode body) {
        boolean wrapped = body.has("table");
        JsonNode table = wrapped ? body.path("table") : body;
        JsonNode before = ForeignTables.previous(body);
        Figures figures = ForeignTables.read(table, wrapped ? "/table" : "");
        Figures previous = before == null ? null : ForeignTables.read(before, "/previous");
        return Map.of(
                "checks", TablesJson.checks(TableChecks.evaluate(figures, previous, ForeignTables.power(table), null)));
    }
}
