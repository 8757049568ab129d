package org.disclosureledger.application.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.EventRow;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.annualtables.TablesOfEvents;
import org.jspecify.annotations.Nullable;

/** Reads the events of a package line by line: the chain, the order within each case, and what the events count. */
final class PackageEvents {

    private final PackageFaults faults;
    private final Set<Long> wanted;
    private final TablesOfEvents tables = new TablesOfEvents();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Long, EventLine> met = new HashMap<>();
    private final TreeSet<String> algorithms = new TreeSet<>();
    private final MessageDigest digest = HashAlgorithm.SHA_256.digest();
    private Chain chain;
    private long number;
    private long size;
    private String at = "";

    /** @param wanted numbers of events that somebody has heads of */
    PackageEvents(byte[] genesis, Set<Long> wanted, PackageFaults faults) {
        this.chain = new Chain(genesis);
        this.wanted = Set.copyOf(wanted);
        this.faults = faults;
    }

    void read(InputStream stream) throws IOException {
        InputStream in = new BufferedInputStream(stream, 1 << 16);
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            digest.update(line);
            size += line.length;
            number++;
            one(line);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n' || line.size() == PackageFiles.LIMIT) {
                break;
            }
        }
        return line.toByteArray();
    }

    private void one(byte[] bytes) {
        @Nullable EventLine[] read = new @Nullable EventLine[1];
        faults.judging("事件 " + number, () -> {
            require(bytes[bytes.length - 1] == '\n', "这一行没有写完");
            EventLine line = EventLine.read(StrictJson.text(Arrays.copyOf(bytes, bytes.length - 1)));
            read[0] = line;
            judge(line);
        });
        EventLine line = read[0];
        if (line != null) {
            number = line.number();
        }
    }

    private void judge(EventLine line) {
        if (wanted.contains(line.number())) {
            met.put(line.number(), line);
        }
        require(line.number() == number, "编号不连续：应为 " + number + "，实为 " + line.number());
        byte[] stated = HexFormat.of().parseHex(line.hash());
        Chain before = chain;
        chain = new Chain(stated);
        EventRow row = line.row();
        require(HexFormat.of().formatHex(before.next(row)).equals(line.hash()), "杂凑值与内容或前一事件不符");
        require(line.recordedAt().compareTo(at) >= 0, "登记时间早于前一事件");
        long sequence = sequences.getOrDefault(line.aggregateId(), 0L);
        require(line.sequence() == sequence, "聚合内的序号应为 " + sequence + "，实为 " + line.sequence());
        at = line.recordedAt();
        sequences.put(line.aggregateId(), sequence + 1);
        algorithms.add(line.hashAlgorithm());
        DomainEvent event = PayloadForm.read(line);
        if (event instanceof OrganEvent.OrganEstablished e) {
            names.put(line.organ(), e.name());
        } else if (event instanceof OrganEvent.OrganRenamed e) {
            names.put(line.organ(), e.name());
        }
        tables.apply(new RecordedEvent(line.number(), row.recordedAt(), event));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    long number() {
        return number;
    }

    String hash() {
        return HexFormat.of().formatHex(chain.hash());
    }

    /** When the last event was recorded, as it is written; empty without events. */
    String at() {
        return at;
    }

    Set<String> algorithms() {
        return algorithms;
    }

    @Nullable EventLine met(long wantedNumber) {
        return met.get(wantedNumber);
    }

    @Nullable String name(String organ) {
        return names.get(organ);
    }

    TablesOfEvents tables() {
        return tables;
    }

    PackageManifest.Listed file() {
        return new PackageManifest.Listed(HexFormat.of().formatHex(digest.digest()), size);
    }
}
