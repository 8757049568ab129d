package org.disclosureledger.application.counting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.projections.annualtables.AppliedRule;
import org.disclosureledger.projections.annualtables.MadeChoice;

/** The counting rules of an organ as the API tells them. */
@Schema(name = "CountingRules", description = "计数的口径")
record CountingRulesReply(
        @Schema(description = "年度") int year,
        @Schema(description = "这一年度用的做法") List<RuleReply> rules,
        @Schema(description = "历次选择，先选的在前") List<MadeReply> chosen) {

    @Schema(name = "CountingRule", description = "一条口径和这一年度的做法")
    record RuleReply(
            @Schema(description = "口径的标识", example = "remedy.instances")
            String rule,

            @Schema(description = "名称") String label,

            @Schema(description = "做法的标识", example = "oneChain")
            String choice,

            @Schema(description = "做法的版本") int version,
            @Schema(description = "可以选的做法") List<ChoiceReply> choices) {

        private static RuleReply of(AppliedRule applied) {
            return new RuleReply(
                    applied.rule().id(),
                    applied.rule().label(),
                    applied.choice().id(),
                    applied.version(),
                    applied.rule().choices().stream().map(ChoiceReply::of).toList());
        }
    }

    @Schema(name = "CountingChoice", description = "一种做法")
    record ChoiceReply(
            @Schema(description = "标识") String choice,
            @Schema(description = "版本") int version,
            @Schema(description = "名称") String label,
            @Schema(description = "含义") String meaning,

            @Schema(description = "没有选时用的") @JsonProperty("default")
            boolean byDefault) {

        private static ChoiceReply of(CountingChoice choice) {
            return new ChoiceReply(
                    choice.id(),
                    choice.version(),
                    choice.label(),
                    choice.meaning(),
                    choice == choice.rule().byDefault());
        }
    }

    @Schema(name = "MadeCountingChoice", description = "一次选择")
    record MadeReply(
            @Schema(description = "口径的标识") String rule,
            @Schema(description = "做法的标识") String choice,
            @Schema(description = "做法的版本") int version,
            @Schema(description = "从哪一年度起用") int fromYear,
            @Schema(description = "登记的时刻") Instant recordedAt,
            @Schema(description = "登记它的事件") long event) {

        private static MadeReply of(MadeChoice made) {
            return new MadeReply(
                    made.choice().rule().id(),
                    made.choice().choice().id(),
                    made.choice().ruleVersion(),
                    made.choice().fromYear(),
                    made.recordedAt(),
                    made.number());
        }
    }

    static CountingRulesReply of(int year, List<AppliedRule> applied, List<MadeChoice> made) {
        return new CountingRulesReply(
                year,
                applied.stream().map(RuleReply::of).toList(),
                made.stream().map(MadeReply::of).toList());
    }
}
