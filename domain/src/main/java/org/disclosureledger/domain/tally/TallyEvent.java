package org.disclosureledger.domain.tally;

import java.math.BigDecimal;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What an organ reported for an item and a year. */
public sealed interface TallyEvent extends DomainEvent {

    TallyId tallyId();

    /**
     * A figure was reported; a later one takes its place and both stay in history.
     *
     * @param amount as reported, with its decimals; fees in 万元
     * @param previous the figure that it takes the place of, null when it is the first
     */
    record TallyReported(
            TallyId tallyId,
            OrganCode organ,
            int year,
            TallyItem item,
            BigDecimal amount,
            @Nullable BigDecimal previous)
            implements TallyEvent {}

    /** @param fact {@code remark:<column>} */
    record TallyDetailRecorded(TallyId tallyId, OrganCode organ, String fact, String value) implements TallyEvent {}
}
