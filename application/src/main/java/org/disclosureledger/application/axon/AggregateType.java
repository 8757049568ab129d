package org.disclosureledger.application.axon;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.Judgement;

/**
 * All that the shell needs to know of an aggregate: how its state begins and evolves, and who judges its commands.
 *
 * @param name of the aggregate in the ledger, and of its commands on the bus; for ever
 * @param <C> the family of its commands
 * @param <E> the family of its events
 * @param <S> its state
 */
public record AggregateType<C, E extends DomainEvent, S>(
        String name,
        Class<C> commands,
        Class<E> events,
        Function<C, String> id,
        S initial,
        BiFunction<S, E, S> evolve,
        BiFunction<C, S, Judgement<E>> handle) {

    /** The state after one more event of this family. */
    public S after(S state, DomainEvent event) {
        return evolve.apply(state, events.cast(event));
    }
}
