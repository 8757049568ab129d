package org.disclosureledger.projections.organ;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganTree;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the list of organs. */
public final class OrganStore {

    private static final String HELD = " where first_event <= ? and (last_event is null or last_event > ?)";

    private final JdbcClient jdbc;

    public OrganStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void established(String code, String name, @Nullable Boolean mayIssueRegulations, long number) {
        jdbc.sql("""
                        insert into organ (code, name, may_issue_regulations, first_event) values (?, ?, ?, ?)
                        on conflict (code) do nothing
                        """)
                .param(code)
                .param(name)
                .param(mayIssueRegulations)
                .param(number)
                .update();
    }

    void renamed(String code, String name) {
        jdbc.sql("update organ set name = ? where code = ?")
                .param(name)
                .param(code)
                .update();
    }

    /** A later statement about the same day ends the earlier one. */
    void placed(OrganCode organ, @Nullable OrganCode superior, LocalDate from, long number) {
        jdbc.sql("""
                        insert into organ_placement (organ, placed_from, superior, first_event) values (?, ?, ?, ?)
                        on conflict (organ, placed_from, first_event) do nothing
                        """)
                .param(organ.value())
                .param(Date.valueOf(from))
                .param(superior == null ? null : superior.value())
                .param(number)
                .update();
        jdbc.sql("""
                        update organ_placement set last_event = ?
                        where organ = ? and placed_from = ? and first_event < ? and last_event is null
                        """)
                .param(number)
                .param(organ.value())
                .param(Date.valueOf(from))
                .param(number)
                .update();
    }

    void merged(OrganCode organ, OrganCode into, LocalDate on, long number) {
        jdbc.sql("""
                        insert into organ_merger (organ, into_organ, merged_on, first_event) values (?, ?, ?, ?)
                        on conflict (organ, first_event) do nothing
                        """)
                .param(organ.value())
                .param(into.value())
                .param(Date.valueOf(on))
                .param(number)
                .update();
        mergerEnded(organ, number);
    }

    /** Whatever was stated before this event of a merger holds no more. */
    void mergerEnded(OrganCode organ, long number) {
        jdbc.sql("update organ_merger set last_event = ? where organ = ? and first_event < ? and last_event is null")
                .param(number)
                .param(organ.value())
                .param(number)
                .update();
    }

    void clear() {
        jdbc.sql("truncate organ, organ_placement, organ_merger").update();
    }

    /** The places of all organs as they were stated up to an event. */
    public OrganTree tree(long upTo) {
        return new OrganTree(
                jdbc.sql("select organ, placed_from, superior from organ_placement" + HELD)
                        .param(upTo)
                        .param(upTo)
                        .query((row, n) -> {
                            String superior = row.getString("superior");
                            return new OrganTree.Placement(
                                    new OrganCode(row.getString("organ")),
                                    row.getDate("placed_from").toLocalDate(),
                                    superior == null ? null : new OrganCode(superior));
                        })
                        .list(),
                jdbc.sql("select organ, into_organ, merged_on from organ_merger" + HELD)
                        .param(upTo)
                        .param(upTo)
                        .query((row, n) -> new OrganTree.Merger(
                                new OrganCode(row.getString("organ")),
                                new OrganCode(row.getString("into_organ")),
                                row.getDate("merged_on").toLocalDate()))
                        .list());
    }

    public Optional<OrganRow> find(String code) {
        return jdbc.sql("select code, name, may_issue_regulations from organ where code = ?")
                .param(code)
                .query(OrganRow.class)
                .optional();
    }

    public List<OrganRow> all() {
        return jdbc.sql("select code, name, may_issue_regulations from organ order by first_event")
                .query(OrganRow.class)
                .list();
    }
}
