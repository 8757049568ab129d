package org.disclosureledger.application.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import org.disclosureledger.application.eventstore.EventCatalogue;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** An event is blamed for what it has done, and for nothing else; and what is said of it quotes nothing. */
class FailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "28000", "3D000", "40001", "40P01", "42501", "42P01", "53100", "53200", "53300",
                "55P03", "57014", "57P01", "57P03", "58030", "XX000"
            })
    void troubleOfTheDatabaseIsNotTheEvents(String state) {
        assertThat(Failures.isTransient(new SQLException("x", state))).isTrue();
        assertThat(Failures.isTransient(
                        new DataIntegrityViolationException("x", new BatchUpdateException("x", state, 0, new int[0]))))
                .isTrue();
    }

    /** 54000: an index row is too long; Spring takes the whole class for a lack of resources. */
    @ParameterizedTest
    @ValueSource(strings = {"22001", "22003", "22021", "23502", "23505", "23514", "54000"})
    void valuesThatTheDatabaseRefusesAreTheEvents(String state) {
        assertThat(Failures.isTransient(new DataAccessResourceFailureException("x", new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void withoutAStateTheKindDecides() {
        assertThat(Failures.isTransient(new QueryTimeoutException("x"))).isTrue();
        assertThat(Failures.isTransient(new CannotCreateTransactionException("x")))
                .isTrue();
        assertThat(Failures.isTransient(new DataAccessResourceFailureException("x")))
                .isTrue();
        assertThat(Failures.isTransient(new IllegalArgumentException("x"))).isFalse();
        assertThat(Failures.isTransient(new NullPointerException())).isFalse();
    }

    @Test
    void errorsOfTheMachineAreNotTheEvents() {
        assertThat(Failures.isTransient(new OutOfMemoryError())).isTrue();
        assertThat(Failures.isTransient(new NoClassDefFoundError())).isFalse();
        assertThat(Failures.isTransient(new StackOverflowError())).isFalse();
    }

    @Test
    void descriptionNamesKindAndPlaceAndQuotesNothing() {
        RuntimeException quoting = failure();

        assertThat(Failures.describe(new IllegalStateException("机密", quoting)))
                .startsWith("IllegalStateException（DateTimeParseException），位于 FailuresTest.failure 第 ")
                .doesNotContain("机密");
        assertThat(Failures.describe(new DataIntegrityViolationException("机密", new SQLException("机密", "22001"))))
                .startsWith("DataIntegrityViolationException（SQLException），SQLSTATE 22001")
                .doesNotContain("机密");
    }

    private static RuntimeException failure() {
        return new DateTimeParseException("机密", "机密", 0);
    }

    @Test
    void unreadableEventIsDescribedInItsOwnWords() {
        UnreadableEvent unreadable = null;
        try {
            EventCatalogue.current().read("Vanished", 1, "{}");
        } catch (UnreadableEvent e) {
            unreadable = e;
        }
        assertThat(Failures.describe(new IllegalStateException(unreadable)))
                .isEqualTo("本程序不认识名为“Vanished”的事件，可能是较新的程序写入的");
    }
}
