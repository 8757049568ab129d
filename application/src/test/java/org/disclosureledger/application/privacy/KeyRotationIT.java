package org.disclosureledger.application.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.SampleLedger;
import org.disclosureledger.domain.register.SealedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Keys are wrapped by another master key beside a service that works, and a rotation that broke off goes on. */
class KeyRotationIT {

    private static final int CASES = 1_200;

    @TempDir
    private Path directory;

    private EmbeddedDatabase database;
    private JdbcTemplate template;
    private JdbcTransactionManager transactions;
    private final List<String> cases = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        database = EmbeddedDatabase.start(directory);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser("postgres");
        template = new JdbcTemplate(source);
        transactions = new JdbcTransactionManager(source);
        SampleLedger.migrate(source);
        for (int i = 0; i < CASES; i++) {
            cases.add(new UUID(7, i).toString());
        }
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    /** The keyring as a node knows it that has just started. */
    private LocalKeyring keyring() {
        return LocalKeyring.load(null, null, directory);
    }

    private CaseKeys keys(LocalKeyring keyring) {
        return new CaseKeys(template, keyring, new DestroyedList(directory), SealingCipher.AES_256);
    }

    private long wrappedBy(String master) {
        Long count = template.queryForObject(
                "select count(*) from case_key where encode(master, 'hex') = ?", Long.class, master);
        return count == null ? 0 : count;
    }

    /** A keyring that is killed when it has wrapped so many keys. */
    private record Dying(KeyWrapping keyring, int[] left) implements KeyWrapping {

        @Override
        public boolean knows(String master) {
            return keyring.knows(master);
        }

        @Override
        public byte[] wrap(String master, byte[] boundTo, byte[] key) {
            if (left[0]-- == 0) {
                throw new IllegalStateException("killed");
            }
            return keyring.wrap(master, boundTo, key);
        }

        @Override
        public byte[] unwrap(String master, byte[] boundTo, byte[] wrapped) throws GeneralSecurityException {
            return keyring.unwrap(master, boundTo, wrapped);
        }
    }

    @Test
    void brokenOffRotationGoesOnBesideTheServiceAndChangesNothingElse() throws IOException {
        LocalKeyring node = keyring();
        Installation before = Installation.load(template, node);
        CaseKeys working = keys(node);
        Map<String, CaseKey> made = working.forCases("town", cases);
        assertThat(made).hasSize(CASES);
        SealedText sealed = working.forCase("town", cases.get(0)).seal("applicant", "张某");
        String old = node.first().name();

        KeyRotation dying = new KeyRotation(template, transactions, keyring(), new Dying(keyring(), new int[] {700}));
        assertThatThrownBy(dying::run).hasMessage("killed");
        assertThat(wrappedBy(old)).isEqualTo(CASES - 500);

        // The service goes on with both, and wraps what is new by the new one.
        assertThat(working.find(cases)).hasSize(CASES);
        working.forCase("town", new UUID(8, 0).toString());
        assertThat(wrappedBy(old)).isEqualTo(CASES - 500);

        KeyRotation.Rotated rotated = new KeyRotation(template, transactions, keyring()).run();
        assertThat(rotated.keys()).isEqualTo(CASES - 500);
        assertThat(wrappedBy(old)).isZero();
        Files.delete(directory.resolve("keys/master.key"));

        LocalKeyring restarted = keyring();
        Installation after = Installation.load(template, restarted);
        assertThat(keys(restarted).forCase("town", cases.get(0)).open("applicant", sealed.value()))
                .isEqualTo("张某");
        assertThat(after.identifierSecret()).isEqualTo(before.identifierSecret());
        assertThat(after.digestKey()).isEqualTo(before.digestKey());
        assertThat(Files.exists(directory.resolve("keys/master-next.key"))).isFalse();
    }

    @Test
    void digestsOfAnOlderInstallationStayWhatTheyWere() {
        LocalKeyring keyring = keyring();
        Installation.load(template, keyring);
        template.update("update installation set digest_key = null");
        byte[] asBefore = new KeyedDigest(
                        Cipher256.mac(keyring.first().bytes(), "keyed-digest".getBytes(StandardCharsets.UTF_8)))
                .of("applicant", "town", "张某");

        assertThat(new KeyedDigest(Installation.load(template, keyring).digestKey()).of("applicant", "town", "张某"))
                .isEqualTo(asBefore);
        new KeyRotation(template, transactions, keyring).run();
        assertThat(new KeyedDigest(Installation.load(template, keyring()).digestKey()).of("applicant", "town", "张某"))
                .isEqualTo(asBefore);
    }

    @Test
    void listedCaseHasNoKeyAndGetsNoneEvenAfterABrokenLine() throws IOException {
        LocalKeyring keyring = keyring();
        Installation.load(template, keyring);
        CaseKeys keys = keys(keyring);
        String gone = cases.get(0);
        keys.forCases("town", cases.subList(0, 3));
        DestroyedList list = new DestroyedList(directory);
        Files.writeString(list.file(), gone.substring(0, 20), StandardOpenOption.CREATE);
        assertThat(keys.find(gone)).isPresent();

        Instant at = Instant.parse("2026-11-30T05:00:00Z");
        list.add(List.of(new DestroyedList.Line(gone, 12, "0a0b", "town", at)));
        list.add(List.of(new DestroyedList.Line(gone, 12, "0a0b", "town", at)));

        assertThat(Files.readAllLines(list.file())).hasSize(2);
        assertThat(new DestroyedList(directory).cases()).containsExactly(gone);
        assertThat(new DestroyedList(directory).latest()).containsExactly(Map.entry("town", at));
        assertThat(keys.find(gone)).isEmpty();
        keys.destroy(List.of(gone));
        assertThat(keys.forCases("town", cases.subList(0, 4))).containsOnlyKeys(cases.subList(1, 4));
        assertThatThrownBy(() -> keys.forCase("town", gone)).hasMessageContaining("已经销毁");
    }

    @Test
    void caseThatTheLedgerDestroyedGetsNoKeyEither() {
        LocalKeyring keyring = keyring();
        Installation.load(template, keyring);
        template.update(
                "insert into destroyed_case (case_id, organ, destroyed_event) values (?, 'town', 1)", cases.get(0));

        assertThat(keys(keyring).forCases("town", cases.subList(0, 2))).containsOnlyKeys(cases.get(1));
        assertThat(template.queryForObject("select count(*) from case_key", Long.class))
                .isEqualTo(1);
    }
}
