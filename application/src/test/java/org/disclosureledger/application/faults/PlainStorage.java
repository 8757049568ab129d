package org.disclosureledger.application.faults;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's idea in its smallest form, read as the ledger is read, with the way that events get their numbers to be
 * chosen: one that is right, and two that look right. The number has no unique constraint, which would turn some of the
 * losses into refusals.
 */
final class PlainStorage implements EventStorage {

    /** Where a number comes from. */
    enum Numbering {
        /** As in the product: the head row is locked first. */
        HEAD_ROW,
        /** Planted defect: a sequence, which takes no part in transactions. */
        SEQUENCE,
        /** Planted defect: the head is read first and locked only after the insert. */
        LOCK_AFTER_INSERT
    }

    private final JdbcClient jdbc;
    private final Numbering numbering;
    private final String table;

    PlainStorage(JdbcClient jdbc, Numbering numbering) {
        this.jdbc = jdbc;
        this.numbering = numbering;
        this.table = "faults.plain_" + numbering.name().toLowerCase(Locale.ROOT) + "_" + System.nanoTime();
        jdbc.sql("create table " + table + " (number bigint not null, event_id uuid not null)")
                .update();
        jdbc.sql("create table " + table + "_head (number bigint not null)").update();
        jdbc.sql("insert into " + table + "_head values (0)").update();
        jdbc.sql("create sequence " + table + "_sequence").update();
    }

    @Override
    public void append(List<UUID> events, Instant timestamp) {
        switch (numbering) {
            case HEAD_ROW -> {
                long last = number("select number from " + table + "_head for update");
                insert(events, last);
                move(last + events.size());
            }
            case SEQUENCE ->
                events.forEach(e -> insert(List.of(e), number("select nextval('" + table + "_sequence')") - 1));
            case LOCK_AFTER_INSERT -> {
                long last = number("select number from " + table + "_head");
                insert(events, last);
                number("select number from " + table + "_head for update");
                move(last + events.size());
            }
        }
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private void insert(List<UUID> events, long last) {
        for (int i = 0; i < events.size(); i++) {
            jdbc.sql("insert into " + table + " values (?, ?)")
                    .param(last + 1 + i)
                    .param(events.get(i))
                    .update();
        }
    }

    private void move(long number) {
        jdbc.sql("update " + table + "_head set number = ?").param(number).update();
    }

    @Override
    public List<Read> after(@Nullable String token, int limit) {
        return jdbc.sql("select number, event_id from " + table + " where number > ? order by number limit ?")
                .param(token == null ? 0 : Long.parseLong(token))
                .param(limit)
                .query((row, n) -> new Read(row.getObject("event_id", UUID.class), row.getString("number")))
                .list();
    }

    @Override
    public List<Numbered> scan() {
        return jdbc.sql("select number, event_id from " + table + " order by number")
                .query((row, n) -> new Numbered(row.getLong("number"), row.getObject("event_id", UUID.class)))
                .list();
    }
}
