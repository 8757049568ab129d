package org.disclosureledger.projections.organ;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the list of organs. */
public final class OrganStore {

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

    void clear() {
        jdbc.sql("truncate organ").update();
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
