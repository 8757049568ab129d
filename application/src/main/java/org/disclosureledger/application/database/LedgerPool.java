package org.disclosureledger.application.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.postgresql.PGConnection;

/**
 * Connections that see no more rows than whoever they are lent to may know of. What a person asks is asked in a role of the
 * database whose policies compare every row's organ with {@code ledger.organs}; the product itself, and whoever looks
 * after the whole installation, works in the role that has signed in.
 */
public final class LedgerPool extends HikariDataSource {

    /** What follows the name of the service's role in that of the role in which persons are served. */
    static final String FOR_PEOPLE = "_for_people";

    private static final String TELL = "select set_config('role', ?, false), set_config('ledger.organs', ?, false)";

    /** What each connection of the pool was told last: most go back to somebody who sees the same. */
    private final Map<PGConnection, Sight> told = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param organs codes with commas between them; no code has one */
    private record Sight(String role, String organs) {

        static final Sight ALL = new Sight("none", "");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            tell(connection, sight(Access.current()));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Sight sight(Actor actor) {
        return actor.looksAfterAll()
                ? Sight.ALL
                : new Sight(getUsername() + FOR_PEOPLE, String.join(",", actor.organs()));
    }

    private void tell(Connection connection, Sight sight) throws SQLException {
        PGConnection physical = connection.unwrap(PGConnection.class);
        if (sight.equals(told.remove(physical))) {
            told.put(physical, sight);
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, sight.role());
            statement.setString(2, sight.organs());
            statement.execute();
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        told.put(physical, sight);
    }
}
