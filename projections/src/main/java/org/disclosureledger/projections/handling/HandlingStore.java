package org.disclosureledger.projections.handling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the steps of handling. */
public final class HandlingStore {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public HandlingStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void clear() {
        template.execute("truncate handling_step");
    }

    void lay(List<HandlingStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into handling_step (number, organ, case_id, kind, happened_on, other_day, consultation, detail)
                        select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::int[],
                                             ?::text[])
                        on conflict do nothing
                        """)
                .param(steps.stream().mapToLong(HandlingStep::number).toArray())
                .param(steps.stream().map(HandlingStep::organ).toArray(String[]::new))
                .param(steps.stream().map(HandlingStep::caseId).toArray(String[]::new))
                .param(steps.stream().map(s -> s.kind().id()).toArray(String[]::new))
                .param(steps.stream().map(s -> s.on().toString()).toArray(String[]::new))
                .param(steps.stream().map(s -> text(s.other())).toArray(String[]::new))
                .param(steps.stream().map(HandlingStep::consultation).toArray(Integer[]::new))
                .param(steps.stream().map(HandlingStep::detail).toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /**
     * The events that told of the steps of requests, less what does not bear on time, by request and in their order.
     *
     * @param upTo number of the last event that is known
     */
    public Map<String, List<RequestEvent>> steps(String organ, Collection<String> caseIds, long upTo) {
        Map<String, List<RequestEvent>> steps = new HashMap<>();
        jdbc.sql("""
                        select * from handling_step where organ = ? and case_id = any(?) and number <= ? order by number
                        """)
                .param(organ)
                .param(caseIds.toArray(String[]::new))
                .param(upTo)
                .query((row, n) -> new HandlingStep(
                        row.getLong("number"),
                        row.getString("organ"),
                        row.getString("case_id"),
                        HandlingStep.Kind.of(row.getString("kind")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("other_day", LocalDate.class),
                        row.getObject("consultation", Integer.class),
                        row.getString("detail")))
                .list()
                .forEach(step -> steps.computeIfAbsent(step.caseId(), id -> new ArrayList<>())
                        .add(step.event()));
        return steps;
    }
}
