package org.disclosureledger.application.node;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This instance of the service among others on the same database. It holds an advisory lock on its number for as long as
 * it lives, on a connection of its own: what a dead node left unfinished can be told from what a living one is doing.
 */
@Component
@DependsOnDatabaseInitialization
public class Node implements DisposableBean {

    /** First half of the advisory locks of nodes; the second half is the node's number. */
    public static final int LOCKS = 0x4c4e; // "LN"

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource source;
    private final int number;
    private @Nullable Connection presence;

    public Node(DataSource source) throws SQLException {
        this.source = source;
        this.number = JdbcClient.create(source)
                .sql("select nextval('node_number')")
                .query(Integer.class)
                .single();
        beSeen();
    }

    public int number() {
        return number;
    }

    /** Makes sure that the others see this node as living, also after the database was away. */
    public synchronized void beSeen() throws SQLException {
        Connection connection = presence;
        if (connection != null && connection.isValid(PATIENCE_SECONDS)) {
            return;
        }
        close();
        connection = source.getConnection();
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCKS);
            lock.setInt(2, number);
            try (ResultSet locked = lock.executeQuery()) {
                locked.next();
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        presence = connection;
    }

    private void close() throws SQLException {
        Connection connection = presence;
        presence = null;
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public synchronized void destroy() throws SQLException {
        Connection connection = presence;
        if (connection != null && connection.isValid(PATIENCE_SECONDS)) {
            try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?, ?)")) {
                unlock.setInt(1, LOCKS);
                unlock.setInt(2, number);
                unlock.execute();
            }
        }
        close();
    }
}
