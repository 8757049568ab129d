package org.disclosureledger.application.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.register.FoundRows;
import org.disclosureledger.projections.register.RegisterFilter;
import org.disclosureledger.projections.register.RegisterListStore;
import org.disclosureledger.projections.register.RegisterListStore.Asked;
import org.disclosureledger.projections.register.RegisterListStore.Years;
import org.disclosureledger.projections.register.RegisterOrder;
import org.disclosureledger.projections.register.RegisterRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filtered, searched and sorted lists of registers, as they stand or as they stood: rows that have changed since are made
 * of their events again and laid beside the others, and the same question is put to both.
 */
@Component
public class RegisterLists {

    private static final int BLOCK = 1_000;

    private final RegisterListStore rows;
    private final Ledger ledger;

    RegisterLists(RegisterListStore rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /** One page, and how many rows there are; both of one moment. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public FoundRows page(
            String organ,
            RegisterLayout register,
            RegisterFilter filter,
            RegisterOrder order,
            ReadPoint at,
            int offset,
            int limit) {
        boolean recalled = at.asOf() != null && !(filter.isLasting() && order.by() == null);
        Asked asked = asked(organ, register, filter, order, at, recalled);
        FoundRows found = rows.found(asked, offset, limit);
        return at.asOf() == null || recalled ? found : new FoundRows(found.count(), then(found.rows(), at));
    }

    /** Hands over one row after the other, all of one moment. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void each(String organ, RegisterQuestion question, ReadPoint at, Consumer<RegisterRow> consumer) {
        rows.each(
                asked(organ, question.register(), question.filter(), question.order(), at, at.asOf() != null),
                consumer);
    }

    /** In which years the rows of a register begin. */
    public Optional<Years> years(String organ, RegisterLayout register) {
        return rows.years(organ, register.id());
    }

    private Asked asked(
            String organ,
            RegisterLayout register,
            RegisterFilter filter,
            RegisterOrder order,
            ReadPoint at,
            boolean recalled) {
        if (recalled) {
            recall(organ, register, at);
        }
        return new Asked(
                organ, register.id(), filter, order, at.asOf() == null ? Long.MAX_VALUE : at.number(), recalled);
    }

    private void recall(String organ, RegisterLayout register, ReadPoint at) {
        rows.makePast();
        List<String> changed = rows.changedSince(organ, register.id(), at.number());
        for (int from = 0; from < changed.size(); from += BLOCK) {
            List<String> block = changed.subList(from, Math.min(from + BLOCK, changed.size()));
            rows.layPast(organ, List.copyOf(rowsThen(block, at).values()));
        }
    }

    private List<RegisterRow> then(List<RegisterRow> now, ReadPoint at) {
        Map<String, RegisterRow> then = rowsThen(
                now.stream()
                        .filter(row -> row.lastEvent() > at.number())
                        .map(RegisterRow::caseId)
                        .toList(),
                at);
        return now.stream().map(row -> then.getOrDefault(row.caseId(), row)).toList();
    }

    private Map<String, RegisterRow> rowsThen(List<String> cases, ReadPoint at) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        Map<String, List<StoredEvent>> histories = ledger.ofAggregates(cases).stream()
                .filter(event -> event.number() <= at.number())
                .collect(Collectors.groupingBy(StoredEvent::aggregateId));
        List<RegisterRow> made = new ArrayList<>();
        histories
                .values()
                .forEach(history -> RegisterRow.of(
                                history.stream().map(StoredEvent::recorded).toList())
                        .ifPresent(made::add));
        return made.stream().collect(Collectors.toMap(RegisterRow::caseId, row -> row));
    }
}
