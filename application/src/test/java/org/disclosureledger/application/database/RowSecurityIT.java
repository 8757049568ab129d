package org.disclosureledger.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.application.security.Actors;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.projections.register.RegisterStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database itself keeps apart, with no condition of the program's in its way. */
@RunningService
class RowSecurityIT {

    /** Tables whose rows are nobody's, with the reason. A new one without an organ has to be put here with its own. */
    private static final Map<String, String> OF_NO_ORGAN = Map.of(
            "account", "passwords, found by the sign-in name before anybody is known",
            "command_log", "answers without personal data, found by an identity that only their sender has",
            "flyway_schema_history", "the schema itself",
            "installation", "secrets that persons cannot select",
            "ledger_head", "where the ledger ends",
            "projection_position", "how far projectors have read",
            "rebuild_part", "parts of rebuilds, of which only administrators know",
            "verification", "verifications, of which only administrators know");

    private static final String PEOPLE = "{ledger_application_for_people}";

    private static final List<String> BY_ANOTHER_COLUMN = List.of("import_finding", "organ");

    @LocalServerPort
    int port;

    @Autowired
    private EmbeddedDatabase database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Actors actors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private CaseKeys keys;

    @Autowired
    private RegisterStore registers;

    private static int offices;

    private Service admin;
    private String mine;
    private String theirs;
    private String theirCase;
    private Actor clerk;

    @BeforeEach
    void twoOffices() {
        admin = new Service(port);
        offices++;
        mine = "rows-mine-" + offices;
        theirs = "rows-theirs-" + offices;
        for (String organ : List.of(mine, theirs)) {
            admin.organ(organ, "行镇人民政府");
            assertThat(admin.importCsv(
                                    organ,
                                    "requests",
                                    """
                    登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,备注
                    行-1,2024-03-01,当面,自然人,某人,某事,备注
                    行-2,2024-13-99,当面,自然人,某人,某事,备注
                    """,
                                    Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                            .status())
                    .isIn(200, 422);
            assertThat(admin.importCsv(organ, "requests", """
                    登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,备注
                    行-1,2024-03-01,当面,自然人,某人,某事,备注
                    """).status()).isEqualTo(200);
        }
        theirCase = admin.get("/api/v1/organs/" + theirs + "/registers/requests")
                .json()
                .at("/cases/0/case")
                .asString();
        String login = "rows.clerk" + offices;
        new Staff(admin).hire(mine, login, Role.CLERK, Role.HANDLER, Role.STATISTICIAN);
        clerk = actors.of(login);
    }

    private interface Question<T> {
        T ask();
    }

    private static <T> T as(Actor actor, Question<T> question) {
        List<T> answer = new ArrayList<>();
        try {
            Access.during(actor, () -> answer.add(question.ask()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return answer.get(0);
    }

    private Map<String, Long> organs(Actor actor, String table, String column) {
        Map<String, Long> organs = new TreeMap<>();
        as(
                        actor,
                        () -> jdbc.queryForList(
                                "select %2$s as organ, count(*) as n from %1$s where %2$s is not null group by %2$s"
                                        .formatted(table, column)))
                .forEach(row -> organs.put((String) row.get("organ"), (Long) row.get("n")));
        return organs;
    }

    private Long count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    private List<String> tables(String condition) {
        return jdbc.queryForList(
                "select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"
                        + " and " + condition,
                String.class);
    }

    @Test
    void everyTableIsKeptApartOrSaysWhyNot() {
        List<String> apart = tables("c.relrowsecurity");
        assertThat(tables("exists (select from information_schema.columns i where i.table_schema = 'public'"
                        + " and i.table_name = c.relname and i.column_name = 'organ')"))
                .hasSizeGreaterThan(25)
                .allSatisfy(table -> assertThat(apart).contains(table));
        assertThat(apart).containsAll(BY_ANOTHER_COLUMN);
        List<String> open = new ArrayList<>(tables("true"));
        open.removeAll(apart);
        assertThat(open).containsExactlyInAnyOrderElementsOf(OF_NO_ORGAN.keySet());
        List<Map<String, Object>> policies = jdbc.queryForList(
                "select tablename, roles::text as roles, permissive, cmd, qual, with_check from pg_policies");
        assertThat(policies).allSatisfy(policy -> {
            assertThat(policy).containsEntry("permissive", "PERMISSIVE").containsEntry("cmd", "ALL");
            assertThat(policy.get("with_check")).isNull();
            if (PEOPLE.equals(policy.get("roles"))) {
                assertThat((String) policy.get("qual")).containsAnyOf("ledger.organs", "import_job");
            }
        });
        for (String table : apart) {
            assertThat(policies)
                    .as(table)
                    .anyMatch(p -> table.equals(p.get("tablename")) && PEOPLE.equals(p.get("roles")));
        }
    }

    /** No organ is named anywhere: what comes back is what the database lets out. */
    @Test
    void clerkSeesRowsOfHisOrganOnly() {
        for (String table : tables("exists (select from information_schema.columns i where i.table_schema = 'public'"
                + " and i.table_name = c.relname and i.column_name = 'organ')")) {
            assertThat(organs(clerk, table, "organ").keySet()).as(table).isSubsetOf(mine);
        }
        assertThat(organs(clerk, "organ", "code")).containsOnlyKeys(mine);
        for (String table :
                List.of("ledger_event", "register_row", "case_stage", "annual_entry", "import_job", "case_key")) {
            assertThat(organs(clerk, table, "organ")).as(table).containsOnlyKeys(mine);
            assertThat(organs(Actor.SYSTEM, table, "organ")).as(table).containsKeys(mine, theirs);
        }
        Long findings = as(clerk, () -> count("import_finding"));
        Long allFindings = count("import_finding");
        assertThat(findings).isPositive().isLessThan(allFindings);
    }

    /** The stores' own questions, asked for the other's organ and case as if nobody had looked who asks. */
    @Test
    void storesFindNothingOfAnotherOrgan() {
        assertThat(registers.find(theirs, theirCase)).isPresent();
        assertThat(as(clerk, () -> registers.find(theirs, theirCase))).isEmpty();
        assertThat(as(clerk, () -> registers.counts(theirs))).isEmpty();
        assertThat(ledger.ofAggregate(theirCase, 0)).isNotEmpty();
        assertThat(as(clerk, () -> ledger.ofAggregate(theirCase, 0))).isEmpty();
        assertThat(as(clerk, () -> ledger.after(0, 100_000)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.row().organ()).isEqualTo(mine));
        assertThat(keys.find(theirCase)).isPresent();
        assertThat(as(clerk, () -> keys.find(theirCase))).isEmpty();
        // Where the ledger stands is told to everybody alike.
        assertThat(as(clerk, () -> ledger.headAt(1))).isPresent();
    }

    @Test
    void nobodySeesNothing() {
        for (String table : List.of("ledger_event", "register_row", "case_key", "person_account", "organ")) {
            assertThat(as(Actor.NOBODY, () -> count(table))).as(table).isZero();
        }
    }

    @Test
    void nobodyWritesForAnotherOrgan() {
        String insert = "insert into import_job (import_id, organ, register, file_name, sha256, dry_run, corrections,"
                + " submitted_by, submitted_at, status) values (gen_random_uuid(), ?, 'requests', 'f', '', false, false,"
                + " 'x', now(), 'DONE')";
        assertThat(as(clerk, () -> jdbc.update(insert, mine))).isEqualTo(1);
        assertThatThrownBy(() -> as(clerk, () -> jdbc.update(insert, theirs)))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(as(clerk, () -> jdbc.update("update import_job set file_name = 'taken' where organ = ?", theirs)))
                .isZero();
        assertThatThrownBy(() -> as(clerk, () -> jdbc.update("update import_job set organ = ?", theirs)))
                .rootCause()
                .hasMessageContaining("row-level security");
        for (String act : List.of(
                "delete from register_row",
                "update case_stage set open = true",
                "truncate register_row",
                "update account_role set role = 'approver'",
                "select identifier_secret from installation")) {
            assertThatThrownBy(() -> as(clerk, () -> jdbc.queryForList(act)))
                    .as(act)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    /** What was lent to one is not what the next one sees, on the same connection. */
    @Test
    void connectionForgetsWhomItWasLentTo() {
        for (int i = 0; i < 20; i++) {
            assertThat(organs(clerk, "register_row", "organ")).containsOnlyKeys(mine);
            assertThat(organs(Actor.SYSTEM, "register_row", "organ")).containsKeys(mine, theirs);
            assertThat(organs(Actor.NOBODY, "register_row", "organ")).isEmpty();
            assertThatThrownBy(() -> as(clerk, () -> jdbc.queryForList("select 1 / 0")))
                    .rootCause()
                    .hasMessageContaining("division by zero");
        }
    }

    /** That it is the policies that keep the rows back. */
    @Test
    void withoutPoliciesTheRowsAreThere() throws SQLException {
        assertThat(as(clerk, () -> registers.find(theirs, theirCase))).isEmpty();
        try (Connection owner = DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.OWNER, "");
                Statement statement = owner.createStatement()) {
            statement.execute("alter table register_row disable row level security");
            try {
                assertThat(as(clerk, () -> registers.find(theirs, theirCase))).isPresent();
                assertThat(organs(clerk, "register_row", "organ")).containsKeys(mine, theirs);
            } finally {
                statement.execute("alter table register_row enable row level security");
            }
        }
        assertThat(as(clerk, () -> registers.find(theirs, theirCase))).isEmpty();
    }
}
