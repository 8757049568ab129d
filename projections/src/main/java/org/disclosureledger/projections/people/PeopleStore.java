package org.disclosureledger.projections.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.people.AccountEvent;
import org.disclosureledger.domain.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of accounts and roles. */
public final class PeopleStore {

    private static final RowMapper<RoleRow> ROLE = (row, n) -> new RoleRow(
            row.getString("account_id"),
            row.getString("organ"),
            Coded.of(Role.class, row.getString("role")),
            row.getLong("since"));

    private final JdbcClient jdbc;

    public PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void opened(AccountEvent.AccountOpened e, long number) {
        jdbc.sql("""
                        insert into person_account (account_id, organ, login, person_name, service, suspended, first_event)
                        values (?, ?, ?, ?, ?, false, ?) on conflict (account_id) do nothing
                        """)
                .param(e.accountId().toString())
                .param(e.organ().value())
                .param(e.login())
                .param(e.personName().value())
                .param(Boolean.TRUE.equals(e.service()))
                .param(number)
                .update();
    }

    void suspended(String accountId, boolean suspended) {
        jdbc.sql("update person_account set suspended = ? where account_id = ?")
                .param(suspended)
                .param(accountId)
                .update();
    }

    /** @param identity as a keyed digest; null for none */
    void linked(String accountId, @Nullable String identity) {
        jdbc.sql("update person_account set identity = ? where account_id = ?")
                .param(identity)
                .param(accountId)
                .update();
    }

    void granted(String accountId, String organ, Role role, long number) {
        jdbc.sql("""
                        insert into account_role (account_id, organ, role, since) values (?, ?, ?, ?)
                        on conflict (account_id, organ, role) do nothing
                        """)
                .param(accountId)
                .param(organ)
                .param(role.id())
                .param(number)
                .update();
    }

    void withdrawn(String accountId, String organ, Role role) {
        jdbc.sql("delete from account_role where account_id = ? and organ = ? and role = ?")
                .param(accountId)
                .param(organ)
                .param(role.id())
                .update();
    }

    void clear() {
        jdbc.sql("truncate person_account, account_role").update();
    }

    public Optional<AccountRow> byLogin(String login) {
        return jdbc.sql("""
                        select account_id, organ, login, person_name, service, suspended, identity from person_account
                        where login = ?
                        """).param(login).query(AccountRow.class).optional();
    }

    /** Those that are linked with an identity; more than one only when two were linked in the same moment. */
    public List<AccountRow> linkedWith(String identity) {
        return jdbc.sql("""
                        select account_id, organ, login, person_name, service, suspended, identity from person_account
                        where identity = ? order by first_event
                        """).param(identity).query(AccountRow.class).list();
    }

    /** In the order in which they were opened. */
    public List<AccountRow> accounts() {
        return jdbc.sql("""
                        select account_id, organ, login, person_name, service, suspended, identity from person_account
                        order by first_event
                        """).query(AccountRow.class).list();
    }

    /** By their identifiers, in no order. */
    public List<AccountRow> accounts(Collection<String> accountIds) {
        return jdbc.sql("""
                        select account_id, organ, login, person_name, service, suspended, identity from person_account
                        where account_id = any(?)
                        """)
                .param(accountIds.toArray(String[]::new))
                .query(AccountRow.class)
                .list();
    }

    /** Those that hold a role in the organ, in the order in which they were opened. */
    public List<AccountRow> accountsIn(String organ) {
        return jdbc.sql("""
                        select account_id, organ, login, person_name, service, suspended, identity from person_account a
                        where exists (select from account_role r where r.organ = ? and r.account_id = a.account_id)
                        order by first_event
                        """).param(organ).query(AccountRow.class).list();
    }

    /** The roles of several accounts. */
    public List<RoleRow> roles(Collection<String> accountIds) {
        return jdbc.sql(
                        "select account_id, organ, role, since from account_role where account_id = any(?) order by since")
                .param(accountIds.toArray(String[]::new))
                .query(ROLE)
                .list();
    }

    public List<RoleRow> roles(String accountId) {
        return jdbc.sql("select account_id, organ, role, since from account_role where account_id = ? order by since")
                .param(accountId)
                .query(ROLE)
                .list();
    }

    public List<RoleRow> roles() {
        return jdbc.sql("select account_id, organ, role, since from account_role order by since")
                .query(ROLE)
                .list();
    }
}
