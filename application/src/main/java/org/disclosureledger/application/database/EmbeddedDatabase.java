package org.disclosureledger.application.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL whose data lie in the service's data directory. Lives exactly as long as its Spring bean: it is stopped
 * after everything that uses it. A server that dies meanwhile is started again; one that outlived a killed service is
 * stopped before the directory is used again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTUP = Duration.ofSeconds(60);
    /** Where PostgreSQL notes its port in {@code postmaster.pid}, from 0. */
    private static final int PORT_LINE = 3;

    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    /** Who owns the tables, and migrates them. */
    static final String OWNER = "postgres";

    /** Who the service works as. */
    static final String APPLICATION_ROLE = "ledger_application";

    private final FileChannel lock;
    private final int port;
    private final EmbeddedPostgres postgres;
    private final EmbeddedDatabaseSupervisor supervisor;

    private EmbeddedDatabase(EmbeddedPostgres postgres, EmbeddedServer server, FileChannel lock) {
        this.postgres = postgres;
        this.lock = lock;
        this.port = postgres.getPort();
        this.supervisor = new EmbeddedDatabaseSupervisor(server);
    }

    /** @throws IllegalStateException when another running service uses the directory */
    public static EmbeddedDatabase start(Path dataDirectory) {
        try {
            Path directory = dataDirectory.toAbsolutePath().normalize();
            Files.createDirectories(directory);
            FileChannel lock = lock(directory);
            stopLeftover(cluster(directory));
            EmbeddedPostgres postgres = server(directory).start();
            makeRole(postgres);
            return new EmbeddedDatabase(postgres, EmbeddedServer.startedIn(cluster(directory)), lock);
        } catch (IOException e) {
            throw new UncheckedIOException("内置 PostgreSQL 无法启动（数据目录 " + dataDirectory + "）", e);
        }
    }

    private static Path cluster(Path directory) {
        return directory.resolve("postgresql");
    }

    private static EmbeddedPostgres.Builder server(Path directory) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster(directory))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        directory.resolve("postgresql-binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "40")
                // Taken as far as there is something to keep in them.
                .setServerConfig("shared_buffers", "256MB")
                // What is not in these buffers is in those of the machine: fetching it is less work than asking for it.
                .setServerConfig("io_method", "sync")
                .setServerConfig("listen_addresses", "127.0.0.1");
    }

    /** The service itself works under a role that owns nothing, as with any other database. */
    private static void makeRole(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + APPLICATION_ROLE
                    + "') then create role " + APPLICATION_ROLE + " login; end if; end $$");
        } catch (SQLException e) {
            throw new IllegalStateException("内置 PostgreSQL 无法建立运行角色 " + APPLICATION_ROLE, e);
        }
    }

    /** Address of the database that a running service has started in the directory; empty when none runs. */
    public static Optional<String> attach(Path dataDirectory) {
        Path directory = dataDirectory.toAbsolutePath().normalize();
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = tryLock(channel)) {
            return free == null
                    ? Optional.of(
                            jdbcUrl(Integer.parseInt(Files.readAllLines(directory.resolve("postgresql/postmaster.pid"))
                                    .get(PORT_LINE)
                                    .trim())))
                    : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("服务正在启动或者停止，它的内置 PostgreSQL 还不能用，请稍后再试", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("数据目录 " + directory + " 正被另一个运行中的公开台账服务使用");
        }
        return channel;
    }

    private static void stopLeftover(Path cluster) throws IOException {
        Optional<ProcessHandle> leftover = EmbeddedServer.postmaster(cluster);
        if (leftover.isPresent()) {
            LOG.warn(
                    "stopping the PostgreSQL (pid {}) that outlived the service",
                    leftover.get().pid());
            leftover.get().destroy();
            try {
                leftover.get().onExit().get(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new IllegalStateException(
                        "上次遗留的 PostgreSQL 进程（pid " + leftover.get().pid() + "）无法停止，请手工结束后重试", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Batches go out as multi-row statements. */
    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    private static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    @Override
    public void close() throws IOException {
        supervisor.close();
        postgres.close();
        lock.close();
    }
}
