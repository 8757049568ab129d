package org.disclosureledger.application.verification;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.disclosureledger.application.eventstore.SampleLedger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a superuser of the database may do to the ledger, each act at a place of chance.
 *
 * @param kinds of findings, one of which has to come up
 * @param needsHeads whether nothing but a head outside the database gives it away
 * @param act does it, and tells what it did; null when it had no effect
 */
record Tampering(String name, List<String> kinds, boolean needsHeads, BiFunction<JdbcTemplate, Random, String> act) {

    /** An update of one column that leaves a value as the schema wants it, but another one. */
    private static Tampering column(String column, String expression) {
        return new Tampering(column, List.of("changed", "unreadable"), false, (db, random) -> {
            long number = anyNumber(db, random);
            db.update("update ledger_event set " + column + " = " + expression + " where number = ?", number);
            return column + " of " + number;
        });
    }

    private static long anyNumber(JdbcTemplate db, Random random) {
        return 1 + random.nextLong(last(db));
    }

    private static long last(JdbcTemplate db) {
        Long last = db.queryForObject("select max(number) from ledger_event", Long.class);
        return last == null ? 0 : last;
    }

    static List<Tampering> all() {
        return List.of(
                column("event_id", "gen_random_uuid()"),
                column("aggregate_type", "aggregate_type || 's'"),
                column("aggregate_id", "aggregate_id || 'x'"),
                column("sequence", "sequence + 1000"),
                column("organ", "'other-organ'"),
                column("type", "case type when 'FeePaid' then 'FeeNotified' else 'FeePaid' end"),
                column("revision", "revision + 1"),
                column("recorded_at", "recorded_at + interval '1 microsecond'"),
                column("payload", "overlay(payload placing '#' from length(payload) / 2 for 1)"),
                column("payload", "payload || ' '"),
                column("metadata", "replace(metadata, 'admin', 'nobody')"),
                column("hash_algorithm", "'SHA-256'"),
                column("hash_algorithm", "'sm3'"),
                column("hash", "set_byte(hash, 7, (get_byte(hash, 7) + 1) % 256)"),
                new Tampering("delete", List.of("missing"), false, (db, random) -> {
                    long number = anyNumber(db, random);
                    db.update("delete from ledger_event where number = ?", number);
                    return "deleted " + number;
                }),
                new Tampering("delete a range", List.of("missing"), false, (db, random) -> {
                    long number = anyNumber(db, random);
                    db.update("delete from ledger_event where number between ? and ?", number, number + 9);
                    return "deleted from " + number;
                }),
                new Tampering("insert", List.of("changed"), false, (db, random) -> {
                    long number = anyNumber(db, random);
                    db.update("update ledger_event set number = -number - 1 where number >= ?", number);
                    db.update("update ledger_event set number = -number where number < 0");
                    db.update(
                            "insert into ledger_event select ?, gen_random_uuid(), aggregate_type, 'inserted', 0, organ, type,"
                                    + " revision, recorded_at, payload, metadata, hash_algorithm, hash from ledger_event"
                                    + " where number <> ? limit 1",
                            number,
                            number);
                    db.update("update ledger_head set number = number + 1");
                    return "inserted " + number;
                }),
                new Tampering("append past the head", List.of("head", "changed"), false, (db, random) -> {
                    db.update(
                            "insert into ledger_event select number + 1, gen_random_uuid(), aggregate_type, 'appended', 0,"
                                    + " organ, type, revision, recorded_at, payload, metadata, hash_algorithm, hash"
                                    + " from ledger_event order by number desc limit 1");
                    return "appended";
                }),
                new Tampering("swap", List.of("swapped"), false, (db, random) -> {
                    long first = anyNumber(db, random);
                    long second = 1 + (first + random.nextLong(last(db) - 1)) % last(db);
                    db.update("update ledger_event set number = -1 where number = ?", first);
                    db.update("update ledger_event set number = ? where number = ?", first, second);
                    db.update("update ledger_event set number = ? where number = -1", second);
                    return "swapped " + first + " and " + second;
                }),
                new Tampering("renumber", List.of("moved", "head"), false, (db, random) -> {
                    long number = anyNumber(db, random);
                    long to = last(db) + 1 + random.nextInt(5);
                    db.update("update ledger_event set number = ? where number = ?", to, number);
                    return "renumbered " + number + " to " + to;
                }),
                new Tampering("cut the tail", List.of("missing"), false, (db, random) -> {
                    long number = anyNumber(db, random);
                    db.update("delete from ledger_event where number >= ?", number);
                    return "cut from " + number;
                }),
                new Tampering("change the head", List.of("head", "missing"), false, (db, random) -> {
                    db.update(
                            switch (random.nextInt(4)) {
                                case 0 -> "update ledger_head set number = number + 1";
                                case 1 -> "update ledger_head set number = number - 1";
                                case 2 ->
                                    "update ledger_head set hash = set_byte(hash, 3, (get_byte(hash, 3) + 1) % 256)";
                                default -> "delete from ledger_head";
                            });
                    return "head";
                }),
                new Tampering("change the identity", List.of("changed"), false, (db, random) -> {
                    db.update("update ledger_head set ledger_id = gen_random_uuid()");
                    return "identity";
                }),
                new Tampering("change a projected case", List.of("differs"), false, (db, random) -> {
                    db.update(
                            "update annual_case set result = 'granted', result_by = 1 where case_id ="
                                    + " (select min(case_id) from annual_case where read_up_to % 7 = ?)",
                            random.nextInt(7));
                    return "case";
                }),
                new Tampering("change a projected entry", List.of("differs"), false, (db, random) -> {
                    db.update(
                            "update annual_entry set last_year = 2500 where entry ="
                                    + " (select min(entry) from annual_entry where from_number % 7 = ?)",
                            random.nextInt(7));
                    return "entry";
                }),
                new Tampering("delete a register row", List.of("differs"), false, (db, random) -> {
                    db.update(
                            "delete from register_row where case_id ="
                                    + " (select min(case_id) from register_row where last_event % 7 = ?)",
                            random.nextInt(7));
                    return "register row";
                }),
                new Tampering("add a projected entry", List.of("differs"), false, (db, random) -> {
                    db.update(
                            "insert into annual_entry (case_id, organ, measure, breakdown, first_year, last_year, quantity,"
                                    + " related_case, events, from_number, to_number, recorded_at) select case_id, organ, measure,"
                                    + " breakdown, first_year, last_year, quantity, related_case, events, from_number, to_number,"
                                    + " recorded_at from annual_entry order by entry limit 1 offset "
                                    + random.nextInt(50));
                    return "entry twice";
                }),
                new Tampering("rewrite with right hashes", List.of("headOtherHash"), true, (db, random) -> {
                    long number = 1 + random.nextLong(SampleLedger.last(db) / 2);
                    db.update(
                            "update ledger_event set metadata = replace(metadata, 'admin', 'nobody') where number = ?",
                            number);
                    SampleLedger.rechain(db);
                    return "rewritten from " + number;
                }),
                new Tampering("cut the tail and mend the head", List.of("headBeyond"), true, (db, random) -> {
                    long number = 2 + random.nextLong(SampleLedger.last(db) / 2);
                    SampleLedger.restore(db, number);
                    return "restored " + number;
                }));
    }
}
