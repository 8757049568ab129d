package org.disclosureledger.application.faults;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down what the product's own runner gives it, and now and then kills the connection that it does so on. */
final class SeenProjector implements Projector {

    private static final int KILL_EVERY = 200;

    private final JdbcTemplate template;
    private final AtomicInteger batches = new AtomicInteger();

    SeenProjector(JdbcTemplate template) {
        this.template = template;
    }

    @Override
    public String name() {
        return "faults-seen";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        template.batchUpdate(
                "insert into faults.seen (reader, event_id) select ?, event_id from ledger_event where number = ?",
                events.stream().map(e -> new Object[] {name(), e.number()}).toList());
        if (batches.incrementAndGet() % KILL_EVERY == 2) {
            template.execute("select pg_terminate_backend(pg_backend_pid())");
        }
    }

    @Override
    public void reset() {
        template.update("delete from faults.seen where reader = ?", name());
    }

    int kills() {
        return (batches.get() + KILL_EVERY - 2) / KILL_EVERY;
    }

    List<UUID> seen() {
        return template.queryForList(
                "select event_id from faults.seen where reader = ? order by ordinal", UUID.class, name());
    }
}
