package org.disclosureledger.application.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to verify, which one node of all on a database has at a time. It is held by a connection: when the node
 * dies, it is free.
 */
final class VerificationTurn implements AutoCloseable {

    /** Any number that nobody else locks: the first eight letters of "disclosureledger.verification". */
    private static final long LOCK = 0x646973636C6F7375L;

    private final Connection connection;

    private VerificationTurn(Connection connection) {
        this.connection = connection;
    }

    /** @return empty when somebody else has it */
    static Optional<VerificationTurn> take(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        if (tell(connection, "select pg_try_advisory_lock(?)")) {
            return Optional.of(new VerificationTurn(connection));
        }
        connection.close();
        return Optional.empty();
    }

    private static boolean tell(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection held = connection) {
            if (!tell(held, "select pg_advisory_unlock(?)")) {
                throw new SQLException("the right to verify was lost while it was held");
            }
        }
    }
}
