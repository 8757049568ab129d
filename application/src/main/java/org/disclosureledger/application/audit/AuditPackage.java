package org.disclosureledger.application.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the whole ledger as a package for an audit: events, signed heads, public keys and annual tables, all of one
 * moment, read in one transaction through a cursor so that memory does not grow with the ledger.
 */
@Component
public class AuditPackage {

    private final AuditStore store;
    private final AnnualTablesQuery tables;
    private final Clock clock;
    private final Path keys;
    private final Path heads;
    private final TransactionTemplate oneMoment;

    public AuditPackage(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AnnualTablesQuery tables,
            Clock clock,
            @Value("${ledger.data-dir}") Path dataDirectory,
            @Value("${ledger.heads.directory:}") String headsDirectory) {
        this.store = new AuditStore(dataSource);
        this.tables = tables;
        this.clock = clock;
        this.keys = dataDirectory.resolve("keys");
        this.heads = headsDirectory.isBlank() ? dataDirectory.resolve("heads") : Path.of(headsDirectory);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What was written: the end of the ledger that the package reaches to, and how much is in it. */
    public record Written(UUID ledger, long lastNumber, String lastHash, int heads, int tables) {}

    /** The tables have not read as far as the events that must be in the package. */
    public static final class TablesBehind extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TablesBehind(long readUpTo, long wanted) {
            super("报表只统计到第 " + readUpTo + " 个事件，台账已到第 " + wanted + " 个；请待统计跟上后再导出（服务运行时会自动跟上）");
        }
    }

    /** Number of the last event now: what a package asked for now must reach at least. */
    public long head() {
        return store.head();
    }

    /** Number of the last event that the tables have read. */
    public long readUpTo() {
        return tables.now().number();
    }

    /**
     * @param atLeast number of an event that must be in the package
     * @param out stays open
     * @throws TablesBehind when the tables have not read that far; nothing is written then
     */
    public Written write(OutputStream out, long atLeast) throws IOException {
        try {
            return Objects.requireNonNull(oneMoment.execute(status -> {
                long readUpTo = tables.now().number();
                if (readUpTo < atLeast) {
                    throw new TablesBehind(readUpTo, atLeast);
                }
                try {
                    return new Writing(new PackageZip(out), Math.min(readUpTo, store.head())).all();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One package in the making. */
    private final class Writing {

        private final PackageZip zip;
        private final ReadPoint end;
        private final Map<String, String> names = new HashMap<>();
        private final TreeSet<String> algorithms = new TreeSet<>();
        private @Nullable EventLine last;

        private Writing(PackageZip zip, long end) {
            this.zip = zip;
            this.end = new ReadPoint(null, end);
        }

        private Written all() throws IOException {
            UUID ledger = store.ledger();
            String genesis = HexFormat.of().formatHex(Chain.genesis(ledger));
            for (String guide : PackageLayout.GUIDES) {
                zip.file(guide, resource(guide));
            }
            copy(keys, PackageLayout.KEY_FILE, PackageLayout.KEYS, Long.MAX_VALUE);
            int copied = copy(heads, PackageLayout.HEAD_FILE, PackageLayout.HEADS, end.number());
            zip.file(PackageLayout.EVENTS, this::events);
            Instant exportedAt = exportedAt();
            int made = tables(exportedAt);
            EventLine reached = last;
            String lastHash = reached == null ? genesis : reached.hash();
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("format", PackageLayout.FORMAT);
            manifest.put("version", PackageLayout.VERSION);
            manifest.put("ledger", ledger.toString());
            manifest.put("genesis", genesis);
            manifest.put("firstNumber", 1);
            manifest.put("lastNumber", end.number());
            manifest.put("lastHash", lastHash);
            manifest.put("hashAlgorithms", algorithms);
            manifest.put("exportedAt", EventLine.time(exportedAt));
            manifest.put("programVersion", programVersion());
            manifest.put("countingRules", PackageLayout.COUNTING_RULES);
            manifest.put("form", form(PackageLayout.FIRST_YEAR).id());
            zip.finish(manifest);
            return new Written(ledger, end.number(), lastHash, copied, made);
        }

        private void events(OutputStream out) {
            store.each(end.number(), line -> {
                if (line.type().equals("OrganEstablished") || line.type().equals("OrganRenamed")) {
                    names.put(
                            line.organ(),
                            StrictJson.read(line.payload()).path("name").asString());
                }
                algorithms.add(line.hashAlgorithm());
                last = line;
                try {
                    out.write((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        /** Never before the last event, even when the clocks of two machines differ. */
        private Instant exportedAt() {
            Instant now = clock.instant();
            EventLine reached = last;
            Instant recorded = reached == null ? Instant.EPOCH : Instant.parse(reached.recordedAt());
            return now.isAfter(recorded) ? now : recorded;
        }

        private int tables(Instant exportedAt) throws IOException {
            int made = 0;
            for (Map.Entry<String, Integer> organ : new TreeMap<>(tables.firstYears(end)).entrySet()) {
                int year = Math.max(organ.getValue(), PackageLayout.FIRST_YEAR);
                for (; year <= PackageLayout.yearOf(exportedAt); year++) {
                    StatutoryForm form = form(year);
                    zip.file(
                            PackageLayout.tables(organ.getKey(), year),
                            StrictJson.write(PackageLayout.json(
                                    organ.getKey(),
                                    names.get(organ.getKey()),
                                    year,
                                    form,
                                    end.number(),
                                    tables.rules(organ.getKey(), year, end),
                                    tables.figures(organ.getKey(), year, form, end))));
                    made++;
                }
            }
            return made;
        }

        /** Copies the files of a directory as they are; of numbered ones those up to a number. */
        private int copy(Path directory, Pattern form, String to, long upTo) throws IOException {
            if (!Files.isDirectory(directory)) {
                return 0;
            }
            int copied = 0;
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.sorted().toList()) {
                    Matcher name = form.matcher(file.getFileName().toString());
                    if (name.matches() && (name.groupCount() == 0 || Long.parseLong(name.group(1)) <= upTo)) {
                        zip.file(to + name.group(), Files.readAllBytes(file));
                        copied++;
                    }
                }
            }
            return copied;
        }
    }

    private static StatutoryForm form(int year) {
        return StatutoryForms.forYear(year).orElseThrow();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AuditPackage.class.getResourceAsStream("/audit/" + name), name)) {
            return in.readAllBytes();
        }
    }

    private static String programVersion() {
        String version = AuditPackage.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }
}
