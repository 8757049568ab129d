package org.disclosureledger.application.faults;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The engine that Axon brings for JDBC, at its own settings: numbers from a sequence, gaps given up by timestamp. */
final class StockStorage implements EventStorage {

    private final JdbcEventStorageEngine engine;
    private final JdbcClient jdbc;

    StockStorage(DataSource source, PlatformTransactionManager transactions) {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        this.engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new TransactionAwareDataSourceProxy(source)::getConnection)
                .transactionManager(joining(transactions))
                .build();
        this.jdbc = JdbcClient.create(source);
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private static TransactionManager joining(PlatformTransactionManager transactions) {
        return () -> {
            TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    transactions.commit(status);
                }

                @Override
                public void rollback() {
                    transactions.rollback(status);
                }
            };
        };
    }

    @Override
    public void append(List<UUID> events, Instant timestamp) {
        engine.appendEvents(IntStream.range(0, events.size())
                .mapToObj(i -> new GenericDomainEventMessage<>(
                        "organ",
                        "faults-" + events.get(0),
                        i,
                        "renamed",
                        MetaData.with("by", "faults"),
                        events.get(i).toString(),
                        timestamp))
                .toList());
    }

    @Override
    public List<Read> after(@Nullable String token, int limit) {
        try (var events = engine.readEvents(token == null ? null : token(token), false)) {
            return events.limit(limit)
                    .map((TrackedEventMessage<?> e) -> new Read(
                            UUID.fromString(e.getIdentifier()), text((GapAwareTrackingToken) e.trackingToken())))
                    .toList();
        }
    }

    private static String text(GapAwareTrackingToken token) {
        return token.getIndex() + token.getGaps().stream().map(gap -> " " + gap).collect(Collectors.joining());
    }

    private static GapAwareTrackingToken token(String text) {
        List<Long> numbers = Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
        return new GapAwareTrackingToken(numbers.get(0), numbers.subList(1, numbers.size()));
    }

    @Override
    public List<Numbered> scan() {
        return jdbc.sql("select globalindex, eventidentifier from domainevententry order by globalindex")
                .query((row, n) ->
                        new Numbered(row.getLong("globalindex"), UUID.fromString(row.getString("eventidentifier"))))
                .list();
    }
}
