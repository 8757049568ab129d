package org.disclosureledger.domain.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every register asks of an entry, whatever it is about. */
public final class RegisterRules {

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private RegisterRules() {}

    /** Every required fact is stated, and no date lies in the future or before the People's Republic. */
    public static List<Finding> missingAndImpossible(Fact[] facts, Facts known, Entry entry) {
        List<Finding> findings = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact.required() && !entry.facts().states(fact) && !known.states(fact)) {
                findings.add(RegisterRule.REQUIRED.on(fact));
            }
            if (fact.type() == FactType.DATE) {
                @Nullable LocalDate date = entry.facts().findDate(fact);
                if (date != null && date.isAfter(entry.today())) {
                    findings.add((entry.source() == Entry.Source.TYPED
                                    ? RegisterRule.FUTURE_DATE
                                    : RegisterRule.FUTURE_DATE_IMPORTED)
                            .on(fact, date));
                }
                if (date != null && date.isBefore(EARLIEST)) {
                    findings.add(RegisterRule.IMPROBABLE_YEAR.on(fact, date));
                }
            }
        }
        return findings;
    }

    /** A date and the result that it belongs to are stated together or not at all. */
    public static List<Finding> dateAndResultTogether(Facts facts, Fact date, Fact result) {
        if (facts.states(date) && !facts.states(result)) {
            return List.of(RegisterRule.DATE_WITHOUT_RESULT.on(result));
        }
        if (!facts.states(date) && facts.states(result)) {
            return List.of(RegisterRule.RESULT_WITHOUT_DATE.on(date));
        }
        return List.of();
    }

    /** Each difference is a fault; the sentence shows the recorded value unless it is personal data. */
    public static List<Finding> contradictions(Fact[] facts, List<Reconciliation.Difference> differences) {
        return differences.stream()
                .map(d -> {
                    for (Fact fact : facts) {
                        if (fact.id().equals(d.fact())) {
                            return RegisterRule.CONTRADICTS_RECORD.on(
                                    fact,
                                    fact.type() == FactType.SEALED ? "" : "（已登记：" + fact.shown(d.recorded()) + "）");
                        }
                    }
                    return RegisterRule.CONTRADICTS_RECORD.onField(d.fact(), "");
                })
                .toList();
    }
}
