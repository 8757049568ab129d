package org.disclosureledger.projections.annualtables;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.organ.OrganEvent;

/** A rule by which tables were counted, and which of its choices. */
public record AppliedRule(CountingRule rule, CountingChoice choice, int version) {

    /** What holds for an organ that never chose. */
    static AppliedRule byDefault(CountingRule rule) {
        return by(rule.byDefault());
    }

    /** Today's version of a choice. */
    static AppliedRule by(CountingChoice choice) {
        return new AppliedRule(choice.rule(), choice, choice.version());
    }

    /**
     * The rules for a year's tables: of each the last choice that was made for that year or an earlier one.
     *
     * @param chosen an organ's choices in the order in which they were made
     */
    public static List<AppliedRule> of(List<OrganEvent.CountingRuleChosen> chosen, int year) {
        List<AppliedRule> applied = new ArrayList<>();
        for (CountingRule rule : CountingRule.values()) {
            applied.add(chosen.stream()
                    .filter(c -> c.rule() == rule && c.fromYear() <= year)
                    .reduce((earlier, later) -> later)
                    .map(c -> new AppliedRule(rule, c.choice(), c.ruleVersion()))
                    .orElseGet(() -> byDefault(rule)));
        }
        return List.copyOf(applied);
    }

    /** What entries are marked with that count under this choice only. */
    String mark() {
        return rule.id() + ":" + choice.id() + "/" + version;
    }

    /** For people, e.g. 一案一件（第1版）. */
    public String words() {
        return choice.label() + "（第" + version + "版）";
    }
}
