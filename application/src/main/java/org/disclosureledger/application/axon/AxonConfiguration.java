package org.disclosureledger.application.axon;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerEventStorageEngine;
import org.disclosureledger.application.eventstore.LedgerWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon, assembled by hand from the parts that are used: no starter, so nothing that logs and skips, interrupts, calls
 * home or looks for a server is there to be switched off.
 */
@Configuration(proxyBeanMethods = false)
public class AxonConfiguration {

    @Bean
    EventStorageEngine eventStorageEngine(Ledger ledger, LedgerWriter writer) {
        return new LedgerEventStorageEngine(ledger, writer);
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .optimizeEventConsumption(false)
                .build();
    }

    /**
     * Without a transaction around a command: it reads one history by one query, and all that it writes, its answer
     * included, is one contribution to the {@link LedgerWriter}'s commit. While it waits it holds no connection.
     */
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    @Bean
    Aggregates aggregates(CommandBus bus, EventStore store, LedgerWriter writer, Announcer announcer) {
        return new Aggregates(bus, store, writer, announcer);
    }
}
