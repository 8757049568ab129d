package org.disclosureledger.application.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.audit.PackageManifest.Listed;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.projections.annualtables.TablesOfEvents.Counted;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Verifies a package offline: files, chain, heads, and the annual tables counted anew from the events. It judges as
 * {@code verify_ledger.py} does, with which it shares no code; the two must always agree.
 */
public final class PackageVerifier {

    private final PackageFaults faults = new PackageFaults();
    private final Path file;
    private final Set<String> pinned = new HashSet<>();
    private final Map<String, byte[]> outside = new LinkedHashMap<>();
    private boolean headsGiven;

    private PackageVerifier(Path file) {
        this.file = file;
    }

    /**
     * @param keys PEM files of the public keys that are trusted; empty to trust the package's own
     * @param heads directories with heads that were kept elsewhere
     * @throws IOException when a file cannot be opened at all; whatever is wrong inside the package is in the report
     */
    public static PackageReport verify(Path file, Collection<Path> keys, Collection<Path> heads) throws IOException {
        PackageVerifier verifier = new PackageVerifier(file);
        Files.newInputStream(file).close();
        for (Path key : keys) {
            verifier.pinned.addAll(PackageKeys.of(Files.readAllBytes(key)));
        }
        for (Path directory : heads) {
            verifier.headsGiven = true;
            try (Stream<Path> files = Files.list(directory)) {
                for (Path head : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    verifier.outside.put(head.toString(), Files.readAllBytes(head));
                }
            }
        }
        return verifier.report();
    }

    private record Seen(long events, String lastHash, int heads, long signedUpTo, int tables) {}

    private PackageReport report() {
        List<Seen> seen = new ArrayList<>();
        faults.judging(file.toString(), () -> {
            try (PackageFiles files = new PackageFiles(file)) {
                seen.add(check(files));
            }
        });
        Seen all = seen.isEmpty() ? new Seen(0, "", 0, 0, 0) : seen.get(0);
        return new PackageReport(
                all.events(),
                all.lastHash(),
                all.heads(),
                all.signedUpTo(),
                all.tables(),
                faults.count(),
                faults.kept(),
                cannotTell(all.signedUpTo()));
    }

    private List<String> cannotTell(long signedUpTo) {
        List<String> sentences = new ArrayList<>();
        sentences.add("清单中的导出时间和程序版本、审计包里的 FORMAT.md 和 verify_ledger.py 不受链和签名保护");
        sentences.add("编号大于 " + signedUpTo + " 的事件没有存证，只有链：其改写若连同杂凑值、清单、报表一起重做，不能发现");
        if (pinned.isEmpty()) {
            sentences.add("没有给出公钥：用的是审计包自带的公钥，不能证明由谁签名");
        }
        if (!headsGiven) {
            sentences.add("没有给出另行保存的存证：整个台账连同存证和公钥一起重做，或者退回到旧的副本，不能发现");
        }
        return sentences;
    }

    private Seen check(PackageFiles files) throws IOException {
        PackageManifest manifest = PackageManifest.read(files.read(PackageLayout.MANIFEST));
        Map<String, byte[]> small = small(files, manifest);
        byte[] genesis = Chain.genesis(manifest.ledger());
        List<PackageHead> heads = heads(small, manifest);
        PackageEvents events = new PackageEvents(
                genesis, heads.stream().map(PackageHead::number).collect(Collectors.toSet()), faults);
        try (PackageFiles.Opened opened = files.open(PackageLayout.EVENTS)) {
            events.read(opened.stream());
            opened.verifyEnd();
        }
        heads.forEach(head -> compare(head, events, HexFormat.of().formatHex(genesis)));
        if (!events.file().equals(manifest.files().get(PackageLayout.EVENTS))) {
            faults.add(PackageLayout.EVENTS, "与清单的杂凑值或长度不符");
        }
        StatutoryForm form = StatutoryForms.forYear(PackageLayout.FIRST_YEAR).orElseThrow();
        manifest.contradictions(
                        HexFormat.of().formatHex(genesis),
                        events.number(),
                        events.hash(),
                        events.algorithms(),
                        form.id())
                .forEach(sentence -> faults.add(PackageLayout.MANIFEST, sentence));
        if (EventLine.time(manifest.exportedAt()).compareTo(events.at()) < 0) {
            faults.add(PackageLayout.MANIFEST, "导出时间早于最后一个事件");
        }
        if (!pinned.isEmpty() && events.number() > 0 && heads.isEmpty()) {
            faults.add(PackageLayout.HEADS, "没有一份存证由所给的公钥签名");
        }
        int tables = tables(small, events, PackageLayout.yearOf(manifest.exportedAt()));
        long signed = heads.stream().mapToLong(PackageHead::number).max().orElse(0);
        return new Seen(events.number(), events.hash(), heads.size(), signed, tables);
    }

    /** All files but the manifest and the events, each compared with the manifest. */
    private Map<String, byte[]> small(PackageFiles files, PackageManifest manifest) throws IOException {
        Set<String> listed = new TreeSet<>(manifest.files().keySet());
        Set<String> there = new TreeSet<>(files.names());
        there.remove(PackageLayout.MANIFEST);
        if (!listed.equals(there)) {
            Set<String> odd = new TreeSet<>(listed);
            odd.addAll(there);
            odd.removeIf(name -> listed.contains(name) && there.contains(name));
            throw new IllegalArgumentException("清单与实际的文件不一致：" + String.join("、", odd));
        }
        Map<String, byte[]> small = new TreeMap<>();
        there.remove(PackageLayout.EVENTS);
        for (String name : there) {
            byte[] content = files.read(name);
            String sha256 =
                    HexFormat.of().formatHex(HashAlgorithm.SHA_256.digest().digest(content));
            if (!new Listed(sha256, content.length).equals(manifest.files().get(name))) {
                faults.add(name, "与清单的杂凑值或长度不符");
            }
            small.put(name, content);
        }
        return small;
    }

    private List<PackageHead> heads(Map<String, byte[]> small, PackageManifest manifest) {
        Set<String> trusted = new HashSet<>(pinned);
        if (trusted.isEmpty()) {
            small.forEach((name, content) -> {
                if (name.startsWith(PackageLayout.KEYS)) {
                    trusted.addAll(PackageKeys.of(content));
                }
            });
        }
        List<PackageHead> heads = new ArrayList<>();
        small.forEach((name, content) -> {
            if (name.startsWith(PackageLayout.HEADS)) {
                faults.judging(name, () -> {
                    PackageHead head = PackageHead.read(name, content, manifest.ledger(), trusted);
                    if (!name.startsWith(PackageLayout.HEADS + "head-%012d".formatted(head.number()))) {
                        throw new IllegalArgumentException("文件名与编号不符");
                    }
                    heads.add(head);
                });
            }
        });
        outside.forEach((name, content) ->
                faults.judging(name, () -> heads.add(PackageHead.read(name, content, manifest.ledger(), trusted))));
        return heads;
    }

    private void compare(PackageHead head, PackageEvents events, String genesis) {
        EventLine line = events.met(head.number());
        boolean same = head.number() == 0
                ? head.hash().equals(genesis)
                : line != null
                        && head.hash().equals(line.hash())
                        && head.recordedAt().equals(line.recordedAt())
                        && head.algorithm().equals(line.hashAlgorithm());
        if (head.number() > 0 && line == null) {
            faults.add(head.where(), "审计包里没有事件 " + head.number() + "：台账的末尾缺失");
        } else if (!same) {
            faults.add(head.where(), "与该编号的事件不符：历史已被改写");
        }
    }

    private int tables(Map<String, byte[]> small, PackageEvents events, int lastYear) {
        Counted counted = events.tables().count(PackageLayout.FIRST_YEAR, lastYear);
        Map<String, JsonNode> expected = new TreeMap<>();
        counted.firstYears().forEach((organ, first) -> {
            for (int year = Math.max(first, PackageLayout.FIRST_YEAR); year <= lastYear; year++) {
                StatutoryForm form = StatutoryForms.forYear(year).orElseThrow();
                Map<String, Object> json = PackageLayout.json(
                        organ,
                        events.name(organ),
                        year,
                        form,
                        events.number(),
                        counted.rules(organ, year),
                        counted.figures(organ, year, form));
                expected.put(PackageLayout.tables(organ, year), StrictJson.read(StrictJson.write(json)));
            }
        });
        Set<String> names = new TreeSet<>(expected.keySet());
        small.keySet().stream()
                .filter(name -> name.startsWith(PackageLayout.TABLES))
                .forEach(names::add);
        names.forEach(name -> faults.judging(name, () -> compare(name, expected.get(name), small.get(name))));
        return expected.size();
    }

    private void compare(String name, @Nullable JsonNode right, byte @Nullable [] file) {
        if (right == null || file == null) {
            throw new IllegalArgumentException(right == null ? "没有这个机关、年度的事件" : "缺少这个年度的表");
        }
        TableDifferences.between(right, StrictJson.read(file)).forEach(sentence -> faults.add(name, sentence));
    }
}
