package org.disclosureledger.application.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One state of the database, seen by several connections at the same time, while everybody else goes on writing.
 * Nothing that is done in it stays.
 */
final class Snapshot implements AutoCloseable {

    private final DataSource database;
    private final List<Connection> connections = new ArrayList<>();
    private String name = "";

    private Snapshot(DataSource database) {
        this.database = database;
    }

    static Snapshot take(DataSource database) throws SQLException {
        Snapshot snapshot = new Snapshot(database);
        try {
            snapshot.name = export(snapshot.open());
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        Connection connection = database.getConnection();
        connections.add(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static String export(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The connection that the snapshot was taken with. */
    Connection first() {
        return connections.get(0);
    }

    /** A further connection that sees the same. */
    Connection another() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction snapshot '" + name + "'");
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        @Nullable SQLException first = null;
        for (Connection connection : connections) {
            try (Connection closing = connection) {
                closing.rollback();
            } catch (SQLException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
