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
public final class LedgerCursor<T> implements AutoCloseable {

    private static final List<String> NUMBERS = List.of("number", "sequence", "revision");

    /** How many rows the database sends at once. */
    private static final int FETCH = 1_000;

    /** What is made of a row. */
    private interface Form<T> {

        T of(ResultSet row) throws SQLException;
    }

    private final Statement statement;
    private final ResultSet rows;
    private final Form<T> form;

    private LedgerCursor(Statement statement, ResultSet rows, Form<T> form) {
        this.statement = statement;
        this.rows = rows;
        this.form = form;
    }

    /** With all columns, in the order in which they were committed. The connection must not commit by itself. */
    public static LedgerCursor<ScannedEvent> byNumber(Connection connection) throws SQLException {
        return open(
                connection,
                "select " + Ledger.COLUMNS + " from public.ledger_event order by number, sequence",
                row -> new ScannedEvent(row.getLong(1), stored(row)));
    }

    /**
     * With what tells about the cases, one aggregate after the other, each in its own order. The connection must not commit
     * by itself.
     */
    public static LedgerCursor<ToldEvent> byAggregate(Connection connection) throws SQLException {
        return open(
                connection,
                "select number, aggregate_id, sequence, type, revision, recorded_at, payload from public.ledger_event"
                        + " order by aggregate_id, sequence, number",
                row -> new ToldEvent(row.getLong(1), told(row)));
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static <T> LedgerCursor<T> open(Connection connection, String query, Form<T> form) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        try {
            statement.setFetchSize(FETCH);
            // Prepared on the server at once, so that the columns come as the database holds them, not as text.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            return new LedgerCursor<>(statement, statement.executeQuery(), form);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Up to so many further events; none at the end. */
    public List<T> next(int limit) throws SQLException {
        List<T> page = new ArrayList<>(limit);
        while (page.size() < limit && rows.next()) {
            page.add(form.of(rows));
        }
        return page;
    }

    private static ToldEvent.@Nullable Telling told(ResultSet row) {
        try {
            ToldEvent.Telling told = new ToldEvent.Telling(
                    Objects.requireNonNull(row.getString(2)),
                    row.getLong(3),
                    Objects.requireNonNull(row.getString(4)),
                    row.getInt(5),
                    row.getTimestamp(6).toInstant(),
                    Objects.requireNonNull(row.getString(7)));
            return hasNumbers(row) ? told : null;
        } catch (SQLException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable StoredEvent stored(ResultSet row) {
        try {
            StoredEvent stored = Ledger.storedEvent(row, 0);
            return isComplete(row, stored) ? stored : null;
        } catch (SQLException | RuntimeException e) {
            return null;
        }
    }

    private static boolean hasNumbers(ResultSet row) throws SQLException {
        for (String number : NUMBERS) {
            row.getLong(number);
            if (row.wasNull()) {
                return false;
            }
        }
        return true;
    }

    /** What the schema forbids may be there all the same, once somebody has changed the schema. */
    private static boolean isComplete(ResultSet rows, StoredEvent stored) throws SQLException {
        if (!hasNumbers(rows)) {
            return false;
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
