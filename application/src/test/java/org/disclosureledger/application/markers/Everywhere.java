package org.disclosureledger.application.markers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.disclosureledger.application.faults.JarService;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** All that a running service keeps. */
final class Everywhere {

    private Everywhere() {}

    static PGSimpleDataSource database(JarService jar) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jar.jdbcUrl());
        source.setUser("postgres");
        return source;
    }

    /** Whoever was there has left; others come and ask for what holds nobody's name, over all connections to the database. */
    static void askForNobody(JarService jar, String organ) throws Exception {
        List<String> paths = List.of(
                "/organs/" + organ + "/registers/requests",
                "/organs/" + organ + "/calendar",
                "/api/v1/organs/" + organ + "/registers/remedies");
        try (ExecutorService threads = Executors.newFixedThreadPool(24)) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < 1_200; i++) {
                String path = paths.get(i % paths.size());
                asking.add(threads.submit(() -> jar.service().get(path)));
            }
            for (Future<?> one : asking) {
                one.get();
            }
        }
    }

    /** What lives in its memory, as a file. */
    static Path heap(JarService jar, Path directory) throws Exception {
        Path file = directory.resolve("heap.hprof").toAbsolutePath();
        Path program =
                Path.of(ProcessHandle.current().info().command().orElseThrow()).resolveSibling("jcmd");
        Process dump = new ProcessBuilder(program.toString(), Long.toString(jar.pid()), "GC.heap_dump", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(dump.getInputStream().readAllBytes(), UTF_8);
        assertThat(dump.waitFor()).as(said).isZero();
        return file;
    }

    /** Every column of every table, and what was asked last. */
    static void tables(JarService jar, MarkerScan scan) throws Exception {
        try (Connection connection = database(jar).getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> columns = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery("""
                    select format('%I.%I', n.nspname, c.relname), format('%I', a.attname),
                           a.atttypid = 'bytea'::regtype, n.nspname = 'public'
                    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
                    """)) {
                while (rows.next()) {
                    String table = rows.getString(1);
                    String column = rows.getString(2);
                    String place = "database:" + table.replace("public.", "") + "." + column;
                    if (rows.getBoolean(3)) {
                        bytes(connection, scan, place, table, column);
                    }
                    columns.put(place, "copy (select " + column + "::text from " + table + ") to stdout");
                }
            }
            columns.put("database:pg_stat_activity.query", "copy (select query from pg_stat_activity) to stdout");
            for (Map.Entry<String, String> column : columns.entrySet()) {
                try (OutputStream to = scan.sink(column.getKey())) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(column.getValue(), to);
                }
            }
            assertThat(columns.size()).isGreaterThan(300);
        }
    }

    private static void bytes(Connection connection, MarkerScan scan, String place, String table, String column)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + column + " from " + table)) {
            while (rows.next()) {
                byte[] value = rows.getBytes(1);
                if (value != null) {
                    scan.look(place, value);
                }
            }
        }
    }

    /** Every file under a directory but the programs of PostgreSQL. */
    static void look(MarkerScan scan, String kind, Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!file.startsWith(root.resolve("postgresql-binaries"))) {
                try {
                    scan.look(kind + root.relativize(file), file);
                } catch (NoSuchFileException e) {
                    // PostgreSQL has done away with it meanwhile.
                }
            }
        }
    }
}
