package org.disclosureledger.application.retention;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases have gone on since a point of the ledger. */
@Component
class ChangedCaseStore {

    private final JdbcClient jdbc;

    ChangedCaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which something was recorded after this event. */
    Set<String> changedAfter(long number, Collection<String> caseIds) {
        return new HashSet<>(jdbc.sql("""
                        select distinct aggregate_id from ledger_event where aggregate_id = any(?) and number > ?
                        """)
                .param(caseIds.toArray(String[]::new))
                .param(number)
                .query(String.class)
                .list());
    }
}
