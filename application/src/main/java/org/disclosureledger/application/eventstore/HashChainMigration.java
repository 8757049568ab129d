package org.disclosureledger.application.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the events that were recorded before there was a chain into it, and makes the chain obligatory. */
@Component
class HashChainMigration implements JavaMigration {

    private static final int PAGE = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("201");
    }

    @Override
    public String getDescription() {
        return "hash chain";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            byte[] last = chain(connection, Chain.genesis(ledgerId(statement)));
            try (PreparedStatement head =
                    connection.prepareStatement("update ledger_head set hash_algorithm = ?, hash = ?")) {
                head.setString(1, HashAlgorithm.SM3.label());
                head.setBytes(2, last);
                head.executeUpdate();
            }
            statement.execute("alter table ledger_event alter hash_algorithm set not null, alter hash set not null,"
                    + " add check (octet_length(hash) = 32)");
            statement.execute("alter table ledger_head alter hash_algorithm set not null, alter hash set not null");
        }
    }

    private static UUID ledgerId(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select ledger_id from ledger_head")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static byte[] chain(Connection connection, byte[] genesis) throws SQLException {
        Chain chain = new Chain(genesis);
        byte[] last = genesis;
        try (Statement reading = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(
                        "update ledger_event set hash_algorithm = ?, hash = ? where number = ?")) {
            reading.setFetchSize(PAGE);
            try (ResultSet row = reading.executeQuery("select " + Ledger.COLUMNS
                    + " from (select number, event_id, aggregate_type, aggregate_id, sequence, organ, type, revision,"
                    + " recorded_at, payload, metadata, 'SM3' as hash_algorithm, ''::bytea as hash from ledger_event)"
                    + " e order by number")) {
                int waiting = 0;
                while (row.next()) {
                    EventRow event = Ledger.storedEvent(row, 0).row();
                    last = chain.next(event);
                    update.setString(1, event.algorithm().label());
                    update.setBytes(2, last);
                    update.setLong(3, event.number());
                    update.addBatch();
                    if (++waiting % PAGE == 0) {
                        update.executeBatch();
                    }
                }
                update.executeBatch();
            }
        }
        return last;
    }
}
