package org.disclosureledger.application.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Walks over all events of the ledger in the transaction of a connection, some thousands at a time, so that its memory
 * does not grow with the ledger. A row that cannot be read is handed out as such instead of ending the walk.
 */
public final class LedgerCursor implements AutoCloseable {

    private static final List<String> NUMBERS = List.of("number", "sequence", "revision");

    /** How many rows the database sends at once. */
    private static final int FETCH = 1_000;

    /** In which order the events come. */
    public enum Order {
        /** As they were committed. */
        NUMBER("number, sequence"),
        /** One aggregate after the other, each in its own order. */
        AGGREGATE("aggregate_id, sequence, number");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }
    }

    private final Statement statement;
    private final ResultSet rows;

    private LedgerCursor(Statement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** The connection must not commit by itself. */
    @SuppressWarnings("MustBeClosedChecker")
    public static LedgerCursor open(Connection connection, Order order) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "select " + Ledger.COLUMNS + " from public.ledger_event order by " + order.columns);
        try {
            statement.setFetchSize(FETCH);
            // Prepared on the server at once, so that the columns come as the database holds them, not as text.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            return new LedgerCursor(statement, statement.executeQuery());
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Up to so many further events; none at the end. */
    public List<ScannedEvent> next(int limit) throws SQLException {
        List<ScannedEvent> page = new ArrayList<>(limit);
        while (page.size() < limit && rows.next()) {
            page.add(new ScannedEvent(rows.getLong(1), stored()));
        }
        return page;
    }

    private @Nullable StoredEvent stored() {
        try {
            StoredEvent stored = Ledger.storedEvent(rows, 0);
            return isComplete(stored) ? stored : null;
        } catch (SQLException | RuntimeException e) {
            return null;
        }
    }

    /** What the schema forbids may be there all the same, once somebody has changed the schema. */
    private boolean isComplete(StoredEvent stored) throws SQLException {
        for (String number : NUMBERS) {
            rows.getLong(number);
            if (rows.wasNull()) {
                return false;
            }
        }
        EventRow row = stored.row();
        Stream.of(row.eventId(), row.aggregateType(), row.aggregateId(), row.organ(), row.type(), row.payload())
                .forEach(Objects::requireNonNull);
        Objects.requireNonNull(row.metadata());
        // Names of algorithms are read with mercy, but only one spelling is what was hashed.
        return row.algorithm().label().equals(rows.getString("hash_algorithm"))
                && stored.hash().length == HashAlgorithm.LENGTH;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
