package org.disclosureledger.projections.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.projections.annualtables.AnnualTablesStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the trail. */
public final class TrailStore {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public TrailStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Which events are asked for.
     *
     * @param yearEnd number of the last event that was recorded in the year
     * @param report the annual report whose events are among them
     * @param reason the only reason that is asked for, null for all
     * @param days how many days after its legal date an event may be recorded before it is late
     * @param upTo number of the last event that is known
     */
    public record Asked(
            String organ,
            int year,
            long yearEnd,
            String report,
            @Nullable Notability reason,
            int days,
            long upTo) {}

    /**
     * Some of the events, in the order of the ledger.
     *
     * @param count how many there are in all
     */
    public record SomeEvents(long count, List<NotableEvent> events) {}

    void clear() {
        template.execute("truncate notable_event");
    }

    void lay(List<NotableEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notable_event (number, organ, case_id, happened_on, days_late, besides_late)
                        select number, organ, case_id, happened_on, days_late, besides_late::text[]
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::bigint[], ?::text[])
                            as e (number, organ, case_id, happened_on, days_late, besides_late)
                        on conflict do nothing
                        """)
                .param(events.stream().mapToLong(NotableEvent::number).toArray())
                .param(events.stream().map(NotableEvent::organ).toArray(String[]::new))
                .param(events.stream().map(NotableEvent::caseId).toArray(String[]::new))
                .param(events.stream().map(e -> text(e.happenedOn())).toArray(String[]::new))
                .param(events.stream().mapToLong(NotableEvent::daysLate).toArray())
                .param(events.stream().map(e -> array(e.besidesLate())).toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** As PostgreSQL writes an array of texts, in the order of the constants. */
    private static String array(Set<Notability> reasons) {
        return reasons.stream().sorted().map(Notability::id).collect(Collectors.joining(",", "{", "}"));
    }

    /** Of all cases that count in the year or did so when it was over, by any choice, and of its report. */
    public SomeEvents found(Asked asked, int offset, int limit) {
        List<NotableEvent> events = new ArrayList<>();
        long[] count = {0};
        jdbc.sql("""
                        with found as (
                            select number from notable_event
                            where organ = :organ and number <= :upTo and %s
                              and case_id in (select :report union all %s))
                        select all_of_them.count, page.*
                        from (select count(*) from found) as all_of_them
                        left join (select e.* from notable_event e
                                   join (select number from found order by number offset :offset limit :limit) as shown
                                       using (number)) as page on true
                        order by page.number
                        """.formatted(condition(asked.reason()), AnnualTablesStore.CASES_OF_YEAR))
                .param("organ", asked.organ())
                .param("year", asked.year())
                .param("yearEnd", asked.yearEnd())
                .param("report", asked.report())
                .param("reason", asked.reason() == null ? "" : asked.reason().id())
                .param("days", asked.days())
                .param("upTo", asked.upTo())
                .param("offset", offset)
                .param("limit", limit)
                .query(row -> {
                    count[0] = row.getLong("count");
                    if (row.getObject("number") != null) {
                        events.add(event(row));
                    }
                });
        return new SomeEvents(count[0], List.copyOf(events));
    }

    private static String condition(@Nullable Notability reason) {
        if (reason == null) {
            return "(days_late > :days or besides_late <> '{}')";
        }
        return reason == Notability.LATE ? "days_late > :days" : ":reason = any(besides_late)";
    }

    private static NotableEvent event(ResultSet row) throws SQLException {
        List<String> ids = Arrays.asList((String[]) row.getArray("besides_late").getArray());
        Set<Notability> reasons = EnumSet.allOf(Notability.class);
        reasons.removeIf(reason -> !ids.contains(reason.id()));
        return new NotableEvent(
                row.getLong("number"),
                row.getString("organ"),
                row.getString("case_id"),
                row.getObject("happened_on", LocalDate.class),
                row.getLong("days_late"),
                reasons);
    }
}
