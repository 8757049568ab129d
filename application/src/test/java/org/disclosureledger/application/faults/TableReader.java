package org.disclosureledger.application.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.disclosureledger.application.Service;
import tools.jackson.databind.JsonNode;

/**
 * Asks for the annual tables of an organ to which nobody adds, over and over: of the service whenever it answers, and of the
 * live rows past the service even when it is dead, some in transactions that began long before they look.
 */
final class TableReader implements AutoCloseable {

    private static final int YEAR = 2025;

    private final JarService jar;
    private final String organ;
    private final JsonNode tables;
    private final String rows;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    final AtomicLong answers = new AtomicLong();
    final AtomicLong looks = new AtomicLong();
    final AtomicLong lateLooks = new AtomicLong();
    final Set<String> wrong = new ConcurrentSkipListSet<>();

    TableReader(JarService jar, String organ) throws IOException, SQLException {
        this.jar = jar;
        this.organ = organ;
        this.tables = jar.service().tables(organ, YEAR).path("tables");
        try (Connection connection = DriverManager.getConnection(jar.jdbcUrl(), "postgres", "")) {
            this.rows = rows(connection);
        }
        threads.execute(this::askService);
        threads.execute(this::askRows);
    }

    /** The figures as the rows give them. */
    String rows() {
        return rows;
    }

    private void askService() {
        while (stop.getCount() > 0) {
            Service.Answer answer;
            try {
                answer = jar.service().get("/api/v1/organs/" + organ + "/annual-reports/" + YEAR + "/tables");
            } catch (IllegalStateException e) {
                pause();
                continue;
            }
            if (answer.status() == 200) {
                answers.incrementAndGet();
                if (!answer.json().path("tables").equals(tables)) {
                    wrong.add("the service says " + answer.text());
                }
            }
        }
    }

    private void askRows() {
        while (stop.getCount() > 0) {
            try (Connection connection = DriverManager.getConnection(jar.jdbcUrl(), "postgres", "")) {
                look(connection);
            } catch (SQLException | IOException e) {
                pause();
            }
        }
    }

    /** Two looks of one transaction, whose second may come after a swap, and some of their own. */
    private void look(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        pause();
        check(rows(connection));
        lateLooks.incrementAndGet();
        connection.rollback();
        connection.setAutoCommit(true);
        for (int i = 0; i < 10; i++) {
            check(rows(connection));
        }
    }

    private void check(String found) {
        looks.incrementAndGet();
        if (!found.equals(rows)) {
            wrong.add("the rows say " + found);
        }
    }

    private String rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select string_agg(m, '; ' order by m) from (
                                 select measure || ' ' || coalesce(breakdown, '') || ' ' || count(*) || ' ' || sum(quantity) as m
                                 from annual_entry where organ = '%1$s' and to_number is null
                                 group by measure, breakdown) as sums)
                            || ' / ' || (select count(*) from register_row where organ = '%1$s')
                            || ' / ' || (select count(*) from case_stage where organ = '%1$s')
                        """.formatted(organ))) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void pause() {
        try {
            Pause.of(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop.countDown();
        threads.close();
    }
}
