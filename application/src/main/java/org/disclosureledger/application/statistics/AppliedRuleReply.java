package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.annualtables.AppliedRule;

/** By which choice of a counting rule a table was counted, as the API tells it. */
@Schema(name = "AppliedRule", description = "一项口径的选择")
record AppliedRuleReply(
        @Schema(description = "选择的标识", example = "oneChain") String choice,

        @Schema(description = "口径的版本") int version) {

    /** By the identifier of the rule. */
    static Map<String, AppliedRuleReply> of(List<AppliedRule> rules) {
        Map<String, AppliedRuleReply> json = new LinkedHashMap<>();
        rules.forEach(applied -> json.put(
                applied.rule().id(), new AppliedRuleReply(applied.choice().id(), applied.version())));
        return json;
    }
}
