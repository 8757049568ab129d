package org.disclosureledger.application.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Acts upon a package, each with what must become of it. */
final class Tampering {

    /** Who can find an act. */
    enum Found {
        /** Everybody. */
        ALWAYS,
        /** Whoever has heads or the public key from elsewhere; documented. */
        WITH_WITNESS,
        /** Nobody, for the statement is nobody's evidence; documented. */
        NEVER
    }

    /** Changes a package; what it returns is written instead of it when it is not null. */
    interface Act {

        byte[] upon(LoosePackage victim, Random random);
    }

    record Kind(String name, Found found, Act act) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final Signer keeper;
    private final Signer forger;

    Tampering(Signer keeper, Signer forger) {
        this.keeper = keeper;
        this.forger = forger;
    }

    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        kinds.addAll(lines());
        kinds.addAll(chains());
        kinds.addAll(payloads());
        kinds.addAll(tables());
        kinds.addAll(heads());
        kinds.addAll(archive());
        return kinds;
    }

    private static Kind always(String name, Act act) {
        return new Kind(name, Found.ALWAYS, act);
    }

    /** Changes in the lines alone, by somebody who at most makes the manifest agree. */
    private static List<Kind> lines() {
        List<Kind> kinds = new ArrayList<>();
        for (String column : List.of(
                "number",
                "eventId",
                "aggregateType",
                "aggregateId",
                "sequence",
                "organ",
                "type",
                "revision",
                "recordedAt",
                "payload",
                "metadata",
                "hashAlgorithm",
                "hash")) {
            kinds.add(always("change column " + column, (p, r) -> column(p, r, column)));
        }
        kinds.add(always("delete an event", (p, r) -> lines(p, l -> l.remove(r.nextInt(l.size() - 1)))));
        kinds.add(always("insert an event", (p, r) -> lines(p, l -> l.add(r.nextInt(l.size()), l.get(3)))));
        kinds.add(always(
                "swap two events",
                (p, r) -> lines(p, l -> {
                    int at = r.nextInt(l.size() - 1);
                    Collections.swap(l, at, at + 1);
                })));
        kinds.add(always(
                "duplicate line",
                (p, r) -> lines(p, l -> {
                    int at = r.nextInt(l.size());
                    l.add(at, l.get(at));
                })));
        kinds.add(always(
                "cut the tail",
                (p, r) -> lines(
                        p, l -> l.subList(l.size() - 1 - r.nextInt(9), l.size()).clear())));
        kinds.add(always(
                "truncated line",
                (p, r) -> lines(p, l -> {
                    int at = r.nextInt(l.size());
                    l.set(at, l.get(at).substring(0, r.nextInt(l.get(at).length())));
                })));
        kinds.add(always(
                "blank in a line",
                (p, r) -> lines(p, l -> {
                    int at = r.nextInt(l.size());
                    l.set(at, l.get(at).replaceFirst(":", ": "));
                })));
        kinds.add(always(
                "other escape in a line",
                (p, r) -> lines(p, l -> {
                    int at = r.nextInt(l.size());
                    l.set(at, l.get(at).replaceFirst("organ\":\"(.)", "organ\":\"\\\\u0068"));
                })));
        kinds.add(always(
                "not a line",
                (p, r) -> lines(
                        p,
                        l -> l.set(
                                r.nextInt(l.size()),
                                List.of("", "[]", "null", "{", "{\"number\":1}", "7")
                                        .get(r.nextInt(6))))));
        kinds.add(always("no last newline", (p, r) -> {
            byte[] events = p.bytes(PackageLayout.EVENTS);
            p.files.put(PackageLayout.EVENTS, Arrays.copyOf(events, events.length - 1));
            return p.listed().zip();
        }));
        kinds.add(always("not UTF-8", (p, r) -> {
            byte[] events = p.bytes(PackageLayout.EVENTS).clone();
            events[r.nextInt(events.length)] = (byte) 0xff;
            p.files.put(PackageLayout.EVENTS, events);
            return p.listed().zip();
        }));
        return kinds;
    }

    /** Right hashes over wrong history. */
    private List<Kind> chains() {
        return List.of(
                new Kind("rewrite from an event on, without heads", Found.WITH_WITNESS, (p, r) -> {
                    rewrite(p, r);
                    p.names(PackageLayout.HEADS).forEach(p.files::remove);
                    p.recount();
                    return p.listed().zip();
                }),
                new Kind("rewrite everything and sign it with another key", Found.WITH_WITNESS, (p, r) -> {
                    rewrite(p, r);
                    p.names(PackageLayout.HEADS).forEach(p.files::remove);
                    p.names(PackageLayout.KEYS).forEach(p.files::remove);
                    List<EventLine> events = p.events();
                    EventLine last = events.get(events.size() - 1);
                    p.files.put("keys/head-signing.pub", forger.pem());
                    p.files.put(headName(last), forger.head(p.ledger().toString(), last));
                    p.recount();
                    return p.listed().zip();
                }),
                new Kind("an old copy", Found.WITH_WITNESS, (p, r) -> {
                    List<EventLine> events = p.events();
                    p.rechain(new ArrayList<>(events.subList(0, events.size() / 2)), Long.MAX_VALUE, HashAlgorithm.SM3);
                    p.names(PackageLayout.HEADS).forEach(p.files::remove);
                    p.recount();
                    return p.listed().zip();
                }),
                always("rewrite from an event on, heads kept", (p, r) -> {
                    rewrite(p, r);
                    p.recount();
                    return p.listed().zip();
                }),
                always("rewrite, tables kept", (p, r) -> {
                    List<EventLine> events = p.events();
                    int at = index(events, "RequestDecided", r);
                    events.set(
                            at,
                            Edits.of(
                                    events.get(at),
                                    "payload",
                                    outcome(events.get(at).payload())));
                    p.rechain(events, 1, HashAlgorithm.SM3);
                    p.names(PackageLayout.HEADS).forEach(p.files::remove);
                    return p.listed().zip();
                }),
                always("sequence with right hashes", (p, r) -> hashed(p, r, "sequence", "7")),
                always(
                        "time set back with right hashes",
                        (p, r) -> hashed(p, r, "recordedAt", "2001-01-01T00:00:00.000000Z")),
                always(
                        "unknown algorithm",
                        (p, r) -> lines(
                                p,
                                l -> l.set(
                                        2,
                                        l.get(2)
                                                .replaceFirst(
                                                        "\"hashAlgorithm\":\"[^\"]*\"",
                                                        "\"hashAlgorithm\":\"SHA-1\"")))),
                always(
                        "algorithm in other letters",
                        (p, r) -> lines(
                                p,
                                l -> l.set(
                                        2,
                                        l.get(2)
                                                .replaceFirst("\"hashAlgorithm\":\"SHA", "\"hashAlgorithm\":\"sha")
                                                .replaceFirst("\"hashAlgorithm\":\"SM", "\"hashAlgorithm\":\"sm")))));
    }

    /** Payloads that no event of the product has, under right hashes. */
    private static List<Kind> payloads() {
        return List.of(
                payload("another field", json -> json.put("title", "多出的")),
                payload("missing field", json -> json.remove("receivedOn")),
                payload("number for a text", json -> json.put("registrationNumber", 7)),
                payload("null for a text", json -> json.putNull("registrationNumber")),
                payload("impossible date", json -> json.put("receivedOn", "2024-02-30")),
                payload("other spelling of a date", json -> json.put("receivedOn", "20240229")),
                payload("unknown code", json -> json.put("applicantKind", "martian")),
                payload("another organ", json -> json.put("organ", "elsewhere")),
                payload("another case", json -> json.put("requestId", "00000000-0000-8000-8000-000000000001")),
                always("another type with right hashes", (p, r) -> hashed(p, r, "type", "FeePaid")),
                always("unknown type with right hashes", (p, r) -> hashed(p, r, "type", "RequestForgotten")),
                always("another revision with right hashes", (p, r) -> hashed(p, r, "revision", "99")),
                always("another aggregate type with right hashes", (p, r) -> hashed(p, r, "aggregateType", "remedy")),
                always("payload is not JSON", (p, r) -> hashed(p, r, "payload", "{\"organ\":")),
                always("payload is a list", (p, r) -> hashed(p, r, "payload", "[1]")));
    }

    private interface Edit {

        void apply(ObjectNode payload);
    }

    private static Kind payload(String name, Edit edit) {
        return always("payload with right hashes: " + name, (p, r) -> {
            List<EventLine> events = p.events();
            int at = index(events, "RequestReceived", r);
            ObjectNode json = (ObjectNode) StrictJson.read(events.get(at).payload());
            edit.apply(json);
            events.set(at, Edits.of(events.get(at), "payload", json.toString()));
            p.rehash(events);
            p.names(PackageLayout.HEADS).forEach(p.files::remove);
            return p.listed().zip();
        });
    }

    private static List<Kind> tables() {
        return List.of(
                always(
                        "another figure",
                        (p, r) -> table(p, r, json -> {
                            ArrayNode cells = (ArrayNode) json.at("/requests/rows/granted");
                            cells.set(6, cells.path(6).asInt() + 1);
                        })),
                always(
                        "figure as a text",
                        (p, r) -> table(p, r, json -> ((ArrayNode) json.at("/requests/rows/total")).set(6, "3"))),
                always(
                        "figure with decimals",
                        (p, r) -> table(p, r, json -> ((ObjectNode) json.at("/reconsideration")).put("upheld", 1.0))),
                always(
                        "0 for a blank",
                        (p, r) -> table(p, r, json -> {
                            ObjectNode proactive = (ObjectNode) json.path("proactive");
                            proactive.set(
                                    "licences",
                                    proactive.path("licences").isNull()
                                            ? proactive.path("regulations").path("issued")
                                            : proactive.nullNode());
                        })),
                always(
                        "another name of the organ",
                        (p, r) -> table(p, r, json -> ((ObjectNode) json.path("organ")).put("name", "另一个机关"))),
                always(
                        "a row less",
                        (p, r) -> table(p, r, json -> ((ObjectNode) json.at("/requests/rows")).remove("granted"))),
                always("something more", (p, r) -> table(p, r, json -> json.put("remark", "无"))),
                always("table is a list", (p, r) -> {
                    p.files.put(pick(p.names(PackageLayout.TABLES), r), "[]".getBytes(StandardCharsets.UTF_8));
                    return p.listed().zip();
                }),
                always("key twice in a table", (p, r) -> {
                    String name = pick(p.names(PackageLayout.TABLES), r);
                    String text = new String(p.bytes(name), StandardCharsets.UTF_8);
                    p.files.put(
                            name, text.replaceFirst("\\{", "{\"year\":1999,").getBytes(StandardCharsets.UTF_8));
                    return p.listed().zip();
                }),
                always("table removed", (p, r) -> {
                    p.files.remove(pick(p.names(PackageLayout.TABLES), r));
                    return p.listed().zip();
                }),
                always("table of a year without events", (p, r) -> {
                    p.files.put("tables/nobody/2024.json", p.bytes(pick(p.names(PackageLayout.TABLES), r)));
                    return p.listed().zip();
                }));
    }

    private List<Kind> heads() {
        return List.of(
                always("head's hash changed", (p, r) -> head(p, json -> json.put("hash", "0".repeat(64)))),
                always("head's number changed", (p, r) -> head(p, json -> json.put("number", 1))),
                always("head's signature changed", (p, r) -> head(p, json -> json.put("signature", "AAAA"))),
                always("head's algorithm changed", (p, r) -> head(p, json -> json.put("signatureAlgorithm", "RSA"))),
                always("head without a field", (p, r) -> head(p, json -> json.remove("keyId"))),
                always("head by an unknown key", (p, r) -> {
                    EventLine last = last(p);
                    p.files.put(
                            "heads/head-%012d-7.json".formatted(last.number()),
                            forger.head(p.ledger().toString(), last));
                    return p.listed().zip();
                }),
                always("head of another ledger", (p, r) -> {
                    EventLine last = last(p);
                    p.files.put(
                            "heads/head-%012d-7.json".formatted(last.number()),
                            keeper.head("00000000-0000-4000-8000-000000000000", last));
                    return p.listed().zip();
                }),
                always("head of an event that is missing", (p, r) -> {
                    EventLine later = Edits.of(last(p), "number", String.valueOf(last(p).number() + 5));
                    p.files.put(headName(later), keeper.head(p.ledger().toString(), later));
                    return p.listed().zip();
                }),
                always("head under another number", (p, r) -> {
                    String name = pick(p.names(PackageLayout.HEADS), r);
                    p.files.put("heads/head-000000000001.json", p.bytes(name));
                    p.files.remove(name);
                    return p.listed().zip();
                }),
                always("public key removed", (p, r) -> {
                    p.names(PackageLayout.KEYS).forEach(name -> p.files.put(name, new byte[0]));
                    p.names(PackageLayout.HEADS)
                            .forEach(name -> p.files.put(name, "{}".getBytes(StandardCharsets.UTF_8)));
                    return p.listed().zip();
                }));
    }

    private static List<Kind> archive() {
        List<Kind> kinds = new ArrayList<>();
        for (String field : List.of(
                "format",
                "version",
                "ledger",
                "genesis",
                "firstNumber",
                "lastNumber",
                "lastHash",
                "form",
                "countingRules")) {
            kinds.add(always(
                    "manifest says another " + field,
                    (p, r) -> manifest(p, json -> {
                        JsonNode old = json.path(field);
                        if (old.isNumber()) {
                            json.put(field, old.asInt() + 1);
                        } else {
                            String text = old.asString();
                            json.put(field, (text.startsWith("0") ? "1" : "0") + text.substring(1));
                        }
                    })));
        }
        kinds.add(always(
                "manifest says another algorithm",
                (p, r) -> manifest(p, json -> json.putArray("hashAlgorithms").add("MD5"))));
        kinds.add(always("manifest lacks a field", (p, r) -> manifest(p, json -> json.remove("programVersion"))));
        kinds.add(always(
                "manifest exported before the last event",
                (p, r) -> manifest(p, json -> json.put("exportedAt", "2024-01-01T00:00:00.000000Z"))));
        kinds.add(always(
                "manifest exported in a later year",
                (p, r) -> manifest(p, json -> json.put("exportedAt", "2090-01-01T00:00:00.000000Z"))));
        kinds.add(always("content without its manifest", (p, r) -> {
            p.files.put(pick(p.names(""), r), "别的".getBytes(StandardCharsets.UTF_8));
            return p.zip();
        }));
        kinds.add(always("file removed", (p, r) -> {
            p.files.remove(pick(p.names(""), r));
            return p.zip();
        }));
        kinds.add(always("file too many", (p, r) -> {
            p.files.put(
                    List.of("README.txt", "../evil.json", "heads/../x.json", "keys/.pub", "tables/a/b/2024.json")
                            .get(r.nextInt(5)),
                    new byte[] {1});
            return p.listed().zip();
        }));
        kinds.add(always("truncated archive", (p, r) -> {
            byte[] zip = p.zip();
            return Arrays.copyOf(zip, r.nextInt(zip.length - 30));
        }));
        kinds.add(new Kind("guide replaced", Found.NEVER, (p, r) -> {
            p.files.put("FORMAT.md", "另一篇说明".getBytes(StandardCharsets.UTF_8));
            return p.listed().zip();
        }));
        kinds.add(new Kind(
                "program version replaced",
                Found.NEVER,
                (p, r) -> manifest(p, json -> json.put("programVersion", "99"))));
        return kinds;
    }

    private static byte[] column(LoosePackage p, Random random, String column) {
        List<String> lines = p.lines();
        int at = random.nextInt(lines.size());
        ObjectNode json = (ObjectNode) StrictJson.read(lines.get(at));
        JsonNode old = json.path(column);
        if (old.isNumber()) {
            json.put(column, old.asLong() + 1);
        } else {
            StringBuilder text = new StringBuilder(old.asString());
            int place = random.nextInt(text.length());
            text.setCharAt(place, text.charAt(place) == '7' ? '8' : '7');
            json.put(column, text.toString());
        }
        lines.set(at, json.toString());
        p.lines(lines);
        return random.nextBoolean() ? p.listed().zip() : p.zip();
    }

    private interface LineEdit {

        void apply(List<String> lines);
    }

    private static byte[] lines(LoosePackage p, LineEdit edit) {
        List<String> lines = p.lines();
        edit.apply(lines);
        p.lines(lines);
        return p.listed().zip();
    }

    /** One column of one event changed, all hashes right, no head left to object. */
    private static byte[] hashed(LoosePackage p, Random random, String column, String value) {
        List<EventLine> events = p.events();
        int at = index(events, "RequestReceived", random);
        events.set(at, Edits.of(events.get(at), column, value));
        p.rehash(events);
        p.names(PackageLayout.HEADS).forEach(p.files::remove);
        return p.listed().zip();
    }

    private static void rewrite(LoosePackage p, Random random) {
        List<EventLine> events = p.events();
        int at = index(events, "RequestDecided", random);
        events.set(
                at, Edits.of(events.get(at), "payload", outcome(events.get(at).payload())));
        p.rechain(events, at + 1L, HashAlgorithm.SM3);
    }

    private static String outcome(String payload) {
        return payload.contains("\"granted\"")
                ? payload.replace("\"granted\"", "\"partiallyGranted\"")
                : payload.replaceFirst("\"outcome\":\"[^\"]*\"", "\"outcome\":\"granted\"");
    }

    private static byte[] table(LoosePackage p, Random random, Edit edit) {
        String name = pick(p.names(PackageLayout.TABLES), random);
        ObjectNode json = p.json(name);
        edit.apply(json);
        p.json(name, json);
        return p.listed().zip();
    }

    private static byte[] head(LoosePackage p, Edit edit) {
        String name = p.names(PackageLayout.HEADS).get(1);
        ObjectNode json = p.json(name);
        edit.apply(json);
        p.json(name, json);
        return p.listed().zip();
    }

    private static byte[] manifest(LoosePackage p, Edit edit) {
        ObjectNode json = p.json(PackageLayout.MANIFEST);
        edit.apply(json);
        p.json(PackageLayout.MANIFEST, json);
        return p.zip();
    }

    private static EventLine last(LoosePackage p) {
        List<EventLine> events = p.events();
        return events.get(events.size() - 1);
    }

    static String headName(EventLine event) {
        return "heads/head-%012d.json".formatted(event.number());
    }

    private static int index(List<EventLine> events, String type, Random random) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).type().equals(type)) {
                found.add(i);
            }
        }
        return found.get(random.nextInt(found.size()));
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
