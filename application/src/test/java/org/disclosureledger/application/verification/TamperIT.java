package org.disclosureledger.application.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.SampleLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A superuser of the database tampers with a small ledger in every way there is; each act is verified by the whole
 * verification, replay and all, and undone from a copy. Sixty acts in every build, a thousand with the system property
 * {@code ledger.faults=full}; {@code ledger.seed} repeats a campaign.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperIT {

    private static final int EVENTS = 300;
    private static final int ACTS = System.getProperty("ledger.faults", "").equals("full") ? 1_000 : 60;
    private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
    private static final List<String> TABLES = List.of(
            "ledger_event",
            "ledger_head",
            "projection_position",
            "annual_case",
            "annual_entry",
            "register_row",
            "organ",
            "organ_placement",
            "organ_merger",
            "reported_tables",
            "report_section",
            "annual_stage",
            "counting_rule_choice",
            "case_stage",
            "publication_item",
            "publication_entry",
            "person_account",
            "account_role",
            "access_record",
            "retention_term",
            "destruction",
            "destruction_case",
            "destroyed_case",
            "handling_step",
            "notable_event");

    @TempDir
    static Path directory;

    private EmbeddedDatabase database;
    private PGSimpleDataSource source;
    private JdbcTemplate template;
    private OutsideHeads heads;

    @BeforeAll
    void start() throws Exception {
        database = EmbeddedDatabase.start(directory);
        source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser("postgres");
        // Triggers do not stop whoever may switch them off.
        source.setOptions("-c session_replication_role=replica");
        template = new JdbcTemplate(source);
        SampleLedger.migrate(source);
        SampleLedger.fill(source, EVENTS, 7);
        heads = new OutsideHeads(directory.resolve("elsewhere"));
        for (long number = 100; number <= EVENTS; number += 100) {
            heads.sign(template, number);
        }
        TABLES.forEach(table -> template.execute("create table copy_of_" + table + " as table " + table));
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    /** Columns that the database computes cannot be written. */
    private void undo() {
        for (String table : TABLES) {
            String columns = String.join(
                    ", ",
                    template.queryForList(
                            "select column_name from information_schema.columns where table_schema = 'public'"
                                    + " and table_name = ? and is_generated = 'NEVER'",
                            String.class,
                            table));
            template.execute("truncate " + table + "; insert into " + table + " (" + columns
                    + ") overriding system value select " + columns + " from copy_of_" + table);
        }
    }

    private String contents() {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            all.append(template.queryForObject(
                    "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t",
                    String.class));
        }
        return all.toString();
    }

    private VerificationReport verify(boolean withHeads) {
        VerificationSpec spec = withHeads
                ? new VerificationSpec(List.of(heads.directory()), List.of(heads.publicKey()), false)
                : new VerificationSpec(List.of(), List.of(), true);
        return new LedgerVerifier(source, Clock.systemUTC()).verify(spec, new Progress());
    }

    private static List<Finding> findings(VerificationReport report) {
        return report.checks().stream().flatMap(c -> c.findings().stream()).toList();
    }

    @Test
    void honestLedgerIsSound() {
        VerificationReport report = verify(true);

        assertThat(findings(report)).isEmpty();
        assertThat(report.events()).isEqualTo(EVENTS);
        assertThat(report.heads()).isEqualTo(new VerificationReport.Heads(3, 3, EVENTS));
        assertThat(report.ok()).isTrue();
        assertThat(verify(false).undetectable().get(0)).contains("没有存证");
    }

    @Test
    void everyActOfTamperingIsFound() {
        Random random = new Random(SEED);
        System.out.println("tamper campaign: " + ACTS + " acts, -Dledger.seed=" + SEED);
        List<Tampering> all = Tampering.all();
        String honest = contents();
        int onlyByHeads = 0;
        for (int i = 0; i < ACTS; i++) {
            Tampering tampering = all.get(i < all.size() ? i : random.nextInt(all.size()));
            String done = tampering.name() + ": " + tampering.act().apply(template, random);
            assertThat(contents()).as("landed: " + done).isNotEqualTo(honest);

            assertThat(findings(verify(true)))
                    .as(done)
                    .extracting(Finding::kind)
                    .containsAnyElementsOf(tampering.kinds());
            assertThat(verify(false).ok()).as("without heads: " + done).isEqualTo(tampering.needsHeads());
            onlyByHeads += tampering.needsHeads() ? 1 : 0;
            undo();
        }
        System.out.println(
                "tamper campaign: all " + ACTS + " found, " + onlyByHeads + " of them by outside heads only");
        assertThat(contents()).isEqualTo(honest);
    }

    @Test
    void forgedAndForeignHeadsAreFound() throws Exception {
        Path forged = heads.sign(template, 50);
        Files.writeString(forged, Files.readString(forged).replace("\"number\":50", "\"number\":51"));
        OutsideHeads others = new OutsideHeads(directory.resolve("others"));
        others.sign(template, 60);
        VerificationReport report = new LedgerVerifier(source, Clock.systemUTC())
                .verify(
                        new VerificationSpec(
                                List.of(heads.directory(), others.directory()), List.of(heads.publicKey()), false),
                        new Progress());
        Files.delete(forged);

        assertThat(findings(report)).extracting(Finding::kind).containsExactly("headForged", "headUntrusted");
        Path foreign = heads.sign(UUID.randomUUID(), 70, "00".repeat(32));
        assertThat(findings(verify(true))).extracting(Finding::kind).containsExactly("headOfOtherLedger");
        Files.delete(foreign);
    }

    @Test
    void cellThatIsNotWhatTheEventsSayIsNamed() {
        template.update("update annual_entry set breakdown = 'elsewhere' where entry = (select min(entry)"
                + " from annual_entry where measure = 'request.received' and organ = 'organ-3')");
        Check check = verify(false).checks().stream()
                .filter(c -> c.id().equals("reference"))
                .findFirst()
                .orElseThrow();
        undo();

        assertThat(check.counted()).isGreaterThan(20L * 200);
        assertThat(check.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("cellDiffers");
            assertThat(finding.facts())
                    .containsEntry("organ", "organ-3")
                    .hasEntrySatisfying(
                            "cell", cell -> assertThat(cell.toString()).startsWith("requests/newReceived/"));
            assertThat(finding.sentence())
                    .startsWith("机关 organ-3 2021 年度“一、本年新收政府信息公开申请数量")
                    .contains("（requests/newReceived/")
                    .contains("按事件另行数出的是 ");
        });
    }

    @Test
    void sentencesNameWhatHappened() {
        template.update("delete from ledger_event where number between 20 and 22");
        List<Finding> gap = findings(verify(false));
        undo();
        template.update("update ledger_event set payload = payload || ' ' where number = 33");
        List<Finding> changed = findings(verify(false));
        undo();

        assertThat(gap).extracting(Finding::sentence).contains("第 20 号至第 22 号事件不在台账里：被删除或者被改了编号");
        assertThat(changed).extracting(Finding::sentence).anyMatch(s -> s.startsWith("第 33 号事件与链不符"));
    }
}
