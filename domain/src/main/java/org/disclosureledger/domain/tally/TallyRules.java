package org.disclosureledger.domain.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Reconciliation;
import org.disclosureledger.domain.register.RegisterRules;

/** A figure may be reported again: the later one counts, the earlier one stays in history. */
public final class TallyRules {

    private TallyRules() {}

    public static Judgement<TallyEvent> handle(TallyCommand command, Tally tally) {
        return switch (command) {
            case TallyCommand.RecordTally c -> record(c, tally);
        };
    }

    private static Judgement<TallyEvent> record(TallyCommand.RecordTally c, Tally tally) {
        Facts known = tally.facts();
        Entry entry = c.entry();
        Facts said = entry.facts();
        List<Finding> findings = new ArrayList<>(RegisterRules.missingAndImpossible(TallyFact.values(), known, entry));
        if (said.states(TallyFact.ITEM) && said.states(TallyFact.AMOUNT)) {
            findings.addAll(
                    objections(TallyItem.of(said.text(TallyFact.ITEM)), new BigDecimal(said.text(TallyFact.AMOUNT))));
        }
        if (!findings.isEmpty()) {
            return new Judgement<>(List.of(), findings);
        }
        Reconciliation row = Reconciliation.of(known, said, TallyFact::byId);
        List<TallyEvent> events = new ArrayList<>();
        boolean differs = row.differences().stream().anyMatch(d -> d.fact().equals(TallyFact.AMOUNT.id()));
        if (tally instanceof Tally.Unreported || differs) {
            String previous = known.find(TallyFact.AMOUNT);
            events.add(new TallyEvent.TallyReported(
                    c.tallyId(),
                    c.organ(),
                    Integer.parseInt(said.text(TallyFact.YEAR)),
                    TallyItem.of(said.text(TallyFact.ITEM)),
                    new BigDecimal(said.text(TallyFact.AMOUNT)),
                    previous == null ? null : new BigDecimal(previous)));
        }
        said.values().forEach((fact, value) -> {
            if (fact.startsWith(Facts.REMARK) && !value.equals(known.values().get(fact))) {
                events.add(new TallyEvent.TallyDetailRecorded(c.tallyId(), c.organ(), fact, value));
            }
        });
        return Judgement.of(events);
    }

    private static List<Finding> objections(TallyItem item, BigDecimal amount) {
        List<Finding> findings = new ArrayList<>();
        if (amount.signum() < 0) {
            findings.add(TallyRule.NEGATIVE.on(TallyFact.AMOUNT));
        }
        if (amount.stripTrailingZeros().scale() > item.decimals() || amount.scale() > 4) {
            findings.add(TallyRule.TOO_MANY_DECIMALS.on(
                    TallyFact.AMOUNT, item.decimals() == 0 ? item.label() + "的数量须为整数" : "金额（万元）最多四位小数"));
        }
        return findings;
    }
}
