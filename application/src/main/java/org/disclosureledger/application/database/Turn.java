package org.disclosureledger.application.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to do something that one node of all on a database does at a time. It is held by a connection: when the node
 * dies, it is free.
 */
public final class Turn implements AutoCloseable {

    private final Connection connection;
    private final long what;

    private Turn(Connection connection, long what) {
        this.connection = connection;
        this.what = what;
    }

    /**
     * @param what any number that nothing else is known by
     * @return empty when somebody else has it
     */
    public static Optional<Turn> take(DataSource database, long what) throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (tell(connection, what, "select pg_try_advisory_lock(?)")) {
                return Optional.of(new Turn(connection, what));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** The connection that holds it: whoever writes on it cannot write any more once the turn is lost. */
    public Connection connection() {
        return connection;
    }

    private static boolean tell(Connection connection, long what, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, what);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection held = connection) {
            if (!tell(held, what, "select pg_advisory_unlock(?)")) {
                throw new SQLException("a turn was lost while it was held");
            }
        }
    }
}
