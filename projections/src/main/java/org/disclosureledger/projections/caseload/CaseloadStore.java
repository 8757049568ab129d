package org.disclosureledger.projections.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the caseload. */
public final class CaseloadStore {

    private static final String STAGE = """
            select case_id, number, received_on, open, coalesce(reanswered_on, answered_on) as answered_on,
                   coalesce(new_outcome, outcome) as outcome, split_from, joined_into, handler, proposed, proposed_by,
                   first_event, last_event
            from case_stage
            """;

    private static final String LATEST_FIRST = " order by coalesce(reanswered_on, answered_on) desc, case_id";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public CaseloadStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void clear() {
        template.execute("truncate case_stage");
    }

    void lay(Collection<StagePatch> patches) {
        Map<Boolean, List<StagePatch>> fromReceipt =
                patches.stream().collect(Collectors.partitioningBy(p -> p.number() != null));
        insert(fromReceipt.getOrDefault(true, List.of()));
        update(fromReceipt.getOrDefault(false, List.of()));
    }

    private void insert(List<StagePatch> patches) {
        if (patches.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into case_stage (case_id, organ, number, received_on, open, answered_on, outcome,
                                                reanswered_on, new_outcome, split_from, joined_into, handler, proposed, proposed_by,
                                                first_event, last_event)
                        select case_id, organ, number, received_on, open, answered_on, outcome, reanswered_on, new_outcome,
                               split_from, joined_into, nullif(handler, ''), nullif(proposed, ''), nullif(proposed_by, ''),
                               first_event, last_event
                        from unnest(?::text[], ?::text[], ?::text[], ?::date[], ?::boolean[], ?::date[], ?::text[],
                                    ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                    ?::bigint[], ?::bigint[])
                            as p (case_id, organ, number, received_on, open, answered_on, outcome, reanswered_on,
                                  new_outcome, split_from, joined_into, handler, proposed, proposed_by, first_event,
                                  last_event)
                        on conflict (case_id) do update
                        set received_on = excluded.received_on, open = excluded.open,
                            answered_on = excluded.answered_on, outcome = excluded.outcome,
                            reanswered_on = excluded.reanswered_on, new_outcome = excluded.new_outcome,
                            split_from = excluded.split_from, joined_into = excluded.joined_into,
                            handler = excluded.handler, proposed = excluded.proposed,
                            proposed_by = excluded.proposed_by, last_event = excluded.last_event
                        where case_stage.last_event < excluded.last_event
                        """)
                .param(texts(patches, StagePatch::caseId))
                .param(texts(patches, StagePatch::organ))
                .param(texts(patches, StagePatch::number))
                .param(texts(patches, p -> text(p.receivedOn())))
                .param(texts(patches, p -> text(p.open())))
                .param(texts(patches, p -> text(p.answeredOn())))
                .param(texts(patches, StagePatch::outcome))
                .param(texts(patches, p -> text(p.reansweredOn())))
                .param(texts(patches, StagePatch::newOutcome))
                .param(texts(patches, StagePatch::splitFrom))
                .param(texts(patches, StagePatch::joinedInto))
                .param(texts(patches, StagePatch::handler))
                .param(texts(patches, StagePatch::proposed))
                .param(texts(patches, StagePatch::proposedBy))
                .param(patches.stream().mapToLong(StagePatch::firstEvent).toArray())
                .param(patches.stream().mapToLong(StagePatch::lastEvent).toArray())
                .update();
    }

    private void update(List<StagePatch> patches) {
        if (patches.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update case_stage s
                        set received_on = coalesce(p.received_on, s.received_on), open = coalesce(p.open, s.open),
                            answered_on = coalesce(p.answered_on, s.answered_on), outcome = coalesce(p.outcome, s.outcome),
                            reanswered_on = coalesce(p.reanswered_on, s.reanswered_on),
                            new_outcome = coalesce(p.new_outcome, s.new_outcome),
                            split_from = coalesce(p.split_from, s.split_from),
                            joined_into = coalesce(p.joined_into, s.joined_into),
                            handler = nullif(coalesce(p.handler, s.handler), ''),
                            proposed = nullif(coalesce(p.proposed, s.proposed), ''),
                            proposed_by = nullif(coalesce(p.proposed_by, s.proposed_by), ''),
                            last_event = p.last_event
                        from unnest(?::text[], ?::date[], ?::boolean[], ?::date[], ?::text[], ?::date[], ?::text[],
                                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                            as p (case_id, received_on, open, answered_on, outcome, reanswered_on, new_outcome, split_from,
                                  joined_into, handler, proposed, proposed_by, last_event)
                        where s.case_id = p.case_id and s.last_event < p.last_event
                        """)
                .param(texts(patches, StagePatch::caseId))
                .param(texts(patches, p -> text(p.receivedOn())))
                .param(texts(patches, p -> text(p.open())))
                .param(texts(patches, p -> text(p.answeredOn())))
                .param(texts(patches, StagePatch::outcome))
                .param(texts(patches, p -> text(p.reansweredOn())))
                .param(texts(patches, StagePatch::newOutcome))
                .param(texts(patches, StagePatch::splitFrom))
                .param(texts(patches, StagePatch::joinedInto))
                .param(texts(patches, StagePatch::handler))
                .param(texts(patches, StagePatch::proposed))
                .param(texts(patches, StagePatch::proposedBy))
                .param(patches.stream().mapToLong(StagePatch::lastEvent).toArray())
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String[] texts(List<StagePatch> patches, Function<StagePatch, @Nullable String> column) {
        return patches.stream().map(column).toArray(String[]::new);
    }

    public Optional<CaseStage> find(String organ, String caseId) {
        return jdbc.sql(STAGE + " where organ = ? and case_id = ?")
                .param(organ)
                .param(caseId)
                .query(CaseloadStore::stage)
                .optional();
    }

    /** Requests of an organ by their identifiers. */
    public List<CaseStage> find(String organ, Collection<String> caseIds) {
        return jdbc.sql(STAGE + " where organ = ? and case_id = any(?) order by first_event")
                .param(organ)
                .param(caseIds.toArray(String[]::new))
                .query(CaseloadStore::stage)
                .list();
    }

    /**
     * When a request was received and first answered.
     *
     * @param lastEvent number of the latest event that says something of it
     */
    public record Dates(
            String caseId, LocalDate receivedOn, @Nullable LocalDate firstAnsweredOn, long lastEvent) {}

    /** The dates of requests by their identifiers, in no order. */
    public List<Dates> dates(String organ, Collection<String> caseIds) {
        return jdbc.sql("""
                        select case_id, received_on, answered_on, last_event from case_stage
                        where organ = ? and case_id = any(?)
                        """)
                .param(organ)
                .param(caseIds.toArray(String[]::new))
                .query((row, n) -> new Dates(
                        row.getString("case_id"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("answered_on", LocalDate.class),
                        row.getLong("last_event")))
                .list();
    }

    /** Requests that wait for an answer, the longest known first. */
    public List<CaseStage> open(String organ) {
        return jdbc.sql(STAGE + " where organ = ? and open order by first_event")
                .param(organ)
                .query(CaseloadStore::stage)
                .list();
    }

    /** Organs on whose hands there is a request that waits for an answer. */
    public List<String> organsWithOpen() {
        return jdbc.sql("select distinct organ from case_stage where open order by organ")
                .query(String.class)
                .list();
    }

    /** Requests that waited for an answer at a point of the ledger, and of which nothing was said since. */
    public List<CaseStage> open(String organ, long upTo) {
        return jdbc.sql(STAGE + " where organ = ? and open and last_event <= ? order by first_event")
                .param(organ)
                .param(upTo)
                .query(CaseloadStore::stage)
                .list();
    }

    /** Requests that were recorded by a point of the ledger, and of which something was said since. */
    public List<CaseStage> changedSince(String organ, long upTo) {
        return jdbc.sql(STAGE + " where organ = ? and first_event <= ? and last_event > ? order by first_event")
                .param(organ)
                .param(upTo)
                .param(upTo)
                .query(CaseloadStore::stage)
                .list();
    }

    /** How many requests were answered by a point of the ledger, of which nothing was said since. */
    public long answeredCount(String organ, Whose whose, long upTo) {
        return jdbc.sql("select count(*) from case_stage where organ = ? and not open and last_event <= ?"
                        + whose.condition())
                .params(whose.parameters(List.of(organ, upTo)))
                .query(Long.class)
                .single();
    }

    /** Some of those, the latest answer first. */
    public List<CaseStage> answered(String organ, Whose whose, long upTo, int offset, int limit) {
        return jdbc.sql(page(" and last_event <= ?" + whose.condition()))
                .params(whose.parameters(List.of(organ, upTo), limit, offset))
                .query(CaseloadStore::stage)
                .list();
    }

    public long answeredCount(String organ, Whose whose) {
        return jdbc.sql("select count(*) from case_stage where organ = ? and not open" + whose.condition())
                .params(whose.parameters(List.of(organ)))
                .query(Long.class)
                .single();
    }

    /** An index has all that answered requests are found and sorted by; only those of the page are opened. */
    private static String page(String condition) {
        return STAGE + " join (select case_id from case_stage where organ = ? and not open" + condition + LATEST_FIRST
                + " limit ? offset ?) as page using (case_id)" + LATEST_FIRST;
    }

    /** One page of the answered requests, the latest answer first. */
    public List<CaseStage> answered(String organ, Whose whose, int offset, int limit) {
        return jdbc.sql(page(whose.condition()))
                .params(whose.parameters(List.of(organ), limit, offset))
                .query(CaseloadStore::stage)
                .list();
    }

    /**
     * Requests with a step that waits for a second person, the one that was known first first.
     *
     * @param organs in which to look
     */
    public List<Waiting> proposed(Collection<String> organs) {
        return jdbc.sql("""
                        select organ, case_id, number, proposed, proposed_by from case_stage
                        where proposed is not null and organ = any(?) order by last_event
                        """)
                .param(organs.toArray(String[]::new))
                .query(Waiting.class)
                .list();
    }

    /**
     * A step that waits for a second person.
     *
     * @param proposed identifier of the step
     * @param proposedBy sign-in name
     */
    public record Waiting(String organ, String caseId, String number, String proposed, String proposedBy) {}

    /** Requests that were split from this one. */
    public List<CaseStage> splitFrom(String organ, String caseId) {
        return linked(organ, "split_from", caseId);
    }

    /** Requests that are handled together with this one. */
    public List<CaseStage> joinedInto(String organ, String caseId) {
        return linked(organ, "joined_into", caseId);
    }

    private List<CaseStage> linked(String organ, String column, String caseId) {
        return jdbc.sql(STAGE + " where organ = ? and " + column + " = ? order by first_event")
                .param(organ)
                .param(caseId)
                .query(CaseloadStore::stage)
                .list();
    }

    /**
     * The greatest running number of an organ's registration numbers of the form {@code <year>-<number>}.
     *
     * @return 0 when there is none
     */
    public long lastNumber(String organ, int year) {
        return jdbc.sql("""
                        select coalesce(max(substring(number from '^\\d{4}-(\\d{1,9})$')::bigint), 0) from case_stage
                        where organ = ? and number like ?
                        """).param(organ).param(year + "-%").query(Long.class).single();
    }

    private static CaseStage stage(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        return new CaseStage(
                row.getString("case_id"),
                row.getString("number"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("open"),
                row.getObject("answered_on", LocalDate.class),
                outcome == null ? null : Outcome.of(outcome),
                row.getString("split_from"),
                row.getString("joined_into"),
                row.getString("handler"),
                row.getString("proposed"),
                row.getString("proposed_by"),
                row.getLong("first_event"),
                row.getLong("last_event"));
    }
}
