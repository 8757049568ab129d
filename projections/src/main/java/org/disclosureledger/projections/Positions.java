package org.disclosureledger.projections;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each projector has read. */
public final class Positions {

    private final JdbcClient jdbc;

    public Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the last event whose rows are written; 0 before the first. */
    public long of(String projector) {
        return jdbc.sql("select number from projection_position where projector = ?")
                .param(projector)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * The position, held until the end of the transaction so that only one projects at a time. The transaction's commit
     * does not wait for the disk: rows and position that a crash takes together are projected again from the ledger.
     */
    public long lock(String projector) {
        jdbc.sql("set local synchronous_commit = off").update();
        jdbc.sql("insert into projection_position (projector, number) values (?, 0) on conflict do nothing")
                .param(projector)
                .update();
        return jdbc.sql("select number from projection_position where projector = ? for update")
                .param(projector)
                .query(Long.class)
                .single();
    }

    public void move(String projector, long number) {
        jdbc.sql("""
                        insert into projection_position (projector, number) values (?, ?)
                        on conflict (projector) do update set number = excluded.number
                        """).param(projector).param(number).update();
    }
}
