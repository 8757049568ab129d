package org.disclosureledger.projections.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.retention.RestrictionRule;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL about the end of personal data. */
public final class RetentionStore {

    /** A remedy that is not concluded in its last instance; {@code r} is its row. */
    private static final String PENDING =
            "(r.facts ->> 'concludedOn' is null or coalesce(r.facts ->> 'openInstance', '') <> '')";

    private static final String DESTRUCTION = """
            select organ, batch, schedule, years, cases, proposed_on, proposed_by, proposed_event, exported_at,
                   exported_event, digest, abandoned_event, reason, destroyed_on, approved_by, destroyed_event
            from destruction
            """;

    /** The requests of {@code pending} have a remedy that is not concluded. */
    private static final String REMEDIES_PENDING = """
            select distinct r.facts ->> 'registrationNumber' as number from register_row r
            where r.organ = :organ and r.register = 'remedies' and r.facts ->> 'registrationNumber' is not null and
            """ + PENDING;

    private static final RowMapper<DestructionRow> ROW = (row, n) -> {
        Timestamp exportedAt = row.getTimestamp("exported_at");
        return new DestructionRow(
                row.getString("organ"),
                row.getInt("batch"),
                row.getString("schedule"),
                row.getInt("years"),
                row.getInt("cases"),
                row.getObject("proposed_on", LocalDate.class),
                row.getString("proposed_by"),
                row.getLong("proposed_event"),
                exportedAt == null ? null : exportedAt.toInstant(),
                row.getObject("exported_event", Long.class),
                row.getString("digest"),
                row.getObject("abandoned_event", Long.class),
                row.getString("reason"),
                row.getObject("destroyed_on", LocalDate.class),
                row.getString("approved_by"),
                row.getObject("destroyed_event", Long.class));
    };

    private final JdbcClient jdbc;

    public RetentionStore(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    void clear() {
        jdbc.sql("truncate retention_term, destruction, destruction_case, destroyed_case")
                .update();
    }

    void term(String organ, RestrictionRule rule, @Nullable Integer months, long number) {
        jdbc.sql("""
                        insert into retention_term (organ, rule, months, since) values (?, ?, ?, ?)
                        on conflict (organ) do update
                        set rule = excluded.rule, months = excluded.months, since = excluded.since
                        where retention_term.since < excluded.since
                        """).param(organ).param(rule.id()).param(months).param(number).update();
    }

    void proposed(String organ, RetentionEvent.DestructionProposed e, List<String> cases, long number) {
        jdbc.sql("""
                        insert into destruction (organ, batch, schedule, years, cases, proposed_on, proposed_by, proposed_event)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (organ, batch) do nothing
                        """)
                .param(organ)
                .param(e.batch())
                .param(e.schedule())
                .param(e.years())
                .param(cases.size())
                .param(e.proposedOn())
                .param(e.proposedBy())
                .param(number)
                .update();
        jdbc.sql("""
                        insert into destruction_case (organ, batch, ordinal, case_id)
                        select ?, ?, ordinal, case_id from unnest(?::int[], ?::text[]) as c (ordinal, case_id)
                        on conflict (organ, batch, case_id) do nothing
                        """)
                .param(organ)
                .param(e.batch())
                .param(IntStream.rangeClosed(1, cases.size()).toArray())
                .param(cases.toArray(String[]::new))
                .update();
    }

    void abandoned(String organ, int batch, String reason, long number) {
        jdbc.sql("update destruction set abandoned_event = ?, reason = ? where organ = ? and batch = ?")
                .param(number)
                .param(reason)
                .param(organ)
                .param(batch)
                .update();
    }

    void exported(String organ, int batch, String digest, Instant at, long number) {
        jdbc.sql("""
                        update destruction set digest = ?, exported_at = ?, exported_event = ?
                        where organ = ? and batch = ? and coalesce(exported_event, 0) < ?
                        """)
                .param(digest)
                .param(Timestamp.from(at))
                .param(number)
                .param(organ)
                .param(batch)
                .param(number)
                .update();
    }

    void destroyed(String organ, RetentionEvent.PersonalDataDestroyed e, List<String> cases, long number) {
        jdbc.sql("""
                        update destruction set destroyed_on = ?, approved_by = ?, destroyed_event = ?
                        where organ = ? and batch = ?
                        """)
                .param(e.destroyedOn())
                .param(e.approvedBy())
                .param(number)
                .param(organ)
                .param(e.batch())
                .update();
        jdbc.sql("""
                        insert into destroyed_case (case_id, organ, destroyed_event)
                        select case_id, ?, ? from unnest(?::text[]) as c (case_id) on conflict (case_id) do nothing
                        """)
                .param(organ)
                .param(number)
                .param(cases.toArray(String[]::new))
                .update();
    }

    /**
     * After how long an organ's closed cases are restricted.
     *
     * @param months null when they are not
     * @param since number of the event that says so
     */
    public record Term(RestrictionRule rule, @Nullable Integer months, long since) {}

    /** Empty when the organ has never said anything about it. */
    public Optional<Term> term(String organ) {
        return jdbc.sql("select rule, months, since from retention_term where organ = ?")
                .param(organ)
                .query((row, n) -> new Term(
                        Coded.of(RestrictionRule.class, row.getString("rule")),
                        row.getObject("months", Integer.class),
                        row.getLong("since")))
                .optional();
    }

    /**
     * A case that ended.
     *
     * @param endedOn day of the latest answer or of the end of the latest instance
     */
    public record Ended(String caseId, LocalDate endedOn) {}

    /**
     * Which of these cases are over, with nothing pending, and ended by a day.
     *
     * @param last the last day that counts
     */
    public List<Ended> ended(String organ, Collection<String> caseIds, LocalDate last) {
        return jdbc.sql("with pending as materialized (" + REMEDIES_PENDING + """
                        )
                        select s.case_id, coalesce(s.reanswered_on, s.answered_on) as ended_on from case_stage s
                        where s.organ = :organ and s.case_id = any(:cases) and not s.open
                              and coalesce(s.reanswered_on, s.answered_on) <= :last
                              and s.number not in (select number from pending)
                        union all
                        select r.case_id, (r.facts ->> 'concludedOn')::date from register_row r
                        where r.organ = :organ and r.case_id = any(:cases) and r.register = 'remedies' and not
                        """ + PENDING
                        + " and (r.facts ->> 'concludedOn')::date <= :last")
                .param("organ", organ)
                .param("cases", caseIds.toArray(String[]::new))
                .param("last", last)
                .query((row, n) -> new Ended(row.getString("case_id"), row.getObject("ended_on", LocalDate.class)))
                .list();
    }

    /** How many cases of an organ with personal data ended by a day, with nothing pending. */
    public long endedCount(String organ, LocalDate last) {
        return jdbc.sql("with pending as materialized (" + REMEDIES_PENDING + """
                        )
                        select count(*) from case_stage s
                        where s.organ = :organ and not s.open and coalesce(s.reanswered_on, s.answered_on) <= :last
                              and s.number not in (select number from pending)
                              and not exists (select 1 from destroyed_case d where d.case_id = s.case_id)
                        """)
                .param("organ", organ)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    /**
     * Requests and remedies of an organ that are over, ended by a day and are not destroyed, in the order in which they
     * were recorded. A remedy goes with its request, and alone when its request is not recorded or is gone.
     *
     * @param last the last day that counts
     */
    public List<String> due(String organ, LocalDate last, int limit) {
        List<String> requests = jdbc.sql("with pending as materialized (" + REMEDIES_PENDING + """
                        )
                        select s.case_id from case_stage s
                        where s.organ = :organ and not s.open and coalesce(s.reanswered_on, s.answered_on) <= :last
                              and s.number not in (select number from pending)
                              and not exists (select 1 from destroyed_case d where d.case_id = s.case_id)
                              and not exists (
                                  select 1 from register_row r
                                  where r.organ = :organ and r.register = 'remedies'
                                        and r.facts ->> 'registrationNumber' = s.number
                                        and (r.facts ->> 'concludedOn')::date > :last)
                        order by s.first_event limit :limit
                        """)
                .param("organ", organ)
                .param("last", last)
                .param("limit", limit)
                .query(String.class)
                .list();
        Set<String> with = new LinkedHashSet<>(requests);
        with.addAll(remediesOf(organ, requests));
        with.addAll(jdbc.sql("""
                        select r.case_id from register_row r
                        left join case_stage s on s.organ = r.organ and s.number = r.facts ->> 'registrationNumber'
                        left join destroyed_case gone on gone.case_id = s.case_id
                        where r.organ = :organ and r.register = 'remedies' and (s.case_id is null or gone.case_id is not null)
                              and (r.facts ->> 'concludedOn')::date <= :last
                              and not exists (select 1 from destroyed_case d where d.case_id = r.case_id) and not
                        """ + PENDING + " order by r.first_event limit :limit")
                .param("organ", organ)
                .param("last", last)
                .param("limit", limit)
                .query(String.class)
                .list());
        return with.stream().limit(limit).toList();
    }

    /** Reconsiderations and lawsuits about these requests that are not destroyed. */
    public List<String> remediesOf(String organ, Collection<String> requests) {
        return jdbc.sql("""
                        select r.case_id from register_row r
                        join case_stage s on s.organ = r.organ and s.number = r.facts ->> 'registrationNumber'
                        where r.organ = ? and r.register = 'remedies' and s.case_id = any(?)
                              and not exists (select 1 from destroyed_case d where d.case_id = r.case_id)
                        order by r.first_event
                        """)
                .param(organ)
                .param(requests.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /**
     * A case as it stands.
     *
     * @param endedOn null while it is open
     * @param pending whether a remedy about it, or the remedy itself, is not concluded
     */
    public record Standing(
            String caseId,
            String number,
            boolean request,
            @Nullable LocalDate endedOn,
            boolean pending) {}

    /** Requests and remedies by their identifiers, in the order in which they were recorded. */
    public List<Standing> standing(String organ, Collection<String> caseIds) {
        return jdbc.sql("with pending as materialized (" + REMEDIES_PENDING + """
                        )
                        select r.case_id, r.number, r.register = 'requests' as request, r.first_event,
                               case r.register when 'requests'
                                   then case when not s.open then coalesce(s.reanswered_on, s.answered_on) end
                                   else (r.facts ->> 'concludedOn')::date end as ended_on,
                               case r.register when 'requests' then s.number in (select number from pending) else
                        """ + PENDING + """
                                end as pending
                        from register_row r left join case_stage s on s.case_id = r.case_id
                        where r.organ = :organ and r.case_id = any(:cases) and r.register in ('requests', 'remedies')
                        order by r.first_event
                        """)
                .param("organ", organ)
                .param("cases", caseIds.toArray(String[]::new))
                .query((row, n) -> new Standing(
                        row.getString("case_id"),
                        row.getString("number"),
                        row.getBoolean("request"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getBoolean("pending")))
                .list();
    }

    /** What an organ proposed and destroyed, the latest first. */
    public List<DestructionRow> destructions(String organ) {
        return jdbc.sql(DESTRUCTION + " where organ = ? order by batch desc")
                .param(organ)
                .query(ROW)
                .list();
    }

    /** Of all organs, those that wait first, and then the latest. */
    public List<DestructionRow> destructions() {
        return jdbc.sql(DESTRUCTION
                        + " order by coalesce(destroyed_event, abandoned_event) is not null, proposed_event desc")
                .query(ROW)
                .list();
    }

    public Optional<DestructionRow> find(String organ, int batch) {
        return jdbc.sql(DESTRUCTION + " where organ = ? and batch = ?")
                .param(organ)
                .param(batch)
                .query(ROW)
                .optional();
    }

    /** By the number of the event that proposed it. */
    public Optional<DestructionRow> byProposal(long event) {
        return jdbc.sql(DESTRUCTION + " where proposed_event = ?")
                .param(event)
                .query(ROW)
                .optional();
    }

    /** The batch with which the personal data of a case was destroyed. */
    public Optional<DestructionRow> destructionOf(String organ, String caseId) {
        return jdbc.sql(DESTRUCTION + """
                         where organ = ? and destroyed_event = (
                             select c.destroyed_event from destroyed_case c where c.case_id = ?)
                        """).param(organ).param(caseId).query(ROW).optional();
    }

    /** In the order of the proposal. */
    public List<String> cases(String organ, int batch) {
        return jdbc.sql("select case_id from destruction_case where organ = ? and batch = ? order by ordinal")
                .param(organ)
                .param(batch)
                .query(String.class)
                .list();
    }

    /** A case without its key, and the event that says why. */
    public record Gone(String caseId, String organ, long event) {}

    public List<Gone> destroyedAfter(long event) {
        return jdbc.sql("""
                        select case_id, organ, destroyed_event from destroyed_case where destroyed_event > ?
                        order by destroyed_event, case_id
                        """)
                .param(event)
                .query((row, n) ->
                        new Gone(row.getString("case_id"), row.getString("organ"), row.getLong("destroyed_event")))
                .list();
    }

    /** Which of these are destroyed according to the ledger. */
    public Set<String> destroyed(Collection<String> caseIds) {
        return new HashSet<>(jdbc.sql("select case_id from destroyed_case where case_id = any(?)")
                .param(caseIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
