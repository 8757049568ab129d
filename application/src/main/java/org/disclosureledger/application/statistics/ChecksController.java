package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Checks tables that were made anywhere. */
@RestController
@Requires(Right.COME_IN)
@Tag(name = "年度报表")
public class ChecksController {

    /** Tables together with those of the year before. */
    @Schema(description = "本年报表和上年报表")
    record TablesToCheck(
            @Schema(description = "本年报表") TablesReply table,
            @Schema(description = "上年报表") @Nullable TablesReply previous) {}

    @PostMapping("/api/v1/annual-tables/checks")
    @Operation(summary = "校验任何来源的年度报表", description = "请求体为一张报表，或 {\"table\": 本年报表, \"previous\": 上年报表}；没有上年报表时不作跨年校验")
    public ChecksReply checkTables(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(oneOf = {TablesReply.class, TablesToCheck.class})))
                    @RequestBody
                    JsonNode body) {
        boolean wrapped = body.has("table");
        JsonNode table = wrapped ? body.path("table") : body;
        JsonNode before = ForeignTables.previous(body);
        Figures figures = ForeignTables.read(table, wrapped ? "/table" : "");
        Figures previous = before == null ? null : ForeignTables.read(before, "/previous");
        return new ChecksReply(
                TableCheckReply.of(TableChecks.evaluate(figures, previous, ForeignTables.power(table), null)));
    }
}
