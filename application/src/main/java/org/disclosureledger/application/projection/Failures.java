package org.disclosureledger.application.projection;

import java.sql.SQLException;
import java.util.Set;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells trouble that passes, or that concerns every event, from an event that cannot be handled; and says what it is. */
public final class Failures {

    private static final String PRODUCT = "org.disclosureledger.";

    /**
     * SQLSTATE classes that say nothing about the event: connection (08), transaction state such as read-only (25),
     * sign-in (28), unknown database or schema (3D, 3F), rollback (40), tables and privileges (42), resources (53), state
     * of objects (55), intervention (57), system (58), configuration (F0), internal (XX).
     */
    private static final Set<String> NOT_THE_EVENT =
            Set.of("08", "25", "28", "3D", "3F", "40", "42", "53", "55", "57", "58", "F0", "XX");

    private Failures() {}

    /** Whether the event is not to blame, so that it must be tried again until it passes. */
    static boolean isTransient(Throwable failure) {
        if (failure instanceof Error) {
            return !(failure instanceof LinkageError || failure instanceof StackOverflowError);
        }
        String state = sqlState(failure);
        if (state != null) {
            return NOT_THE_EVENT.contains(state.substring(0, 2));
        }
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof TransientDataAccessException
                    || e instanceof RecoverableDataAccessException
                    || e instanceof NonTransientDataAccessResourceException
                    || e instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    /** What happened and where, in words that hold nothing of any event: messages of exceptions may quote values. */
    public static String describe(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof UnreadableEvent unreadable) {
                return String.valueOf(unreadable.getMessage());
            }
        }
        StringBuilder words = new StringBuilder(failure.getClass().getSimpleName());
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (failure.getCause() != null) {
            words.append("（").append(root.getClass().getSimpleName()).append("）");
        }
        String state = sqlState(failure);
        if (state != null) {
            words.append("，SQLSTATE ").append(state);
        }
        if (root instanceof PSQLException sql) {
            words.append(names(sql.getServerErrorMessage()));
        }
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith(PRODUCT)) {
                String type = frame.getClassName();
                return words.append("，位于 ")
                        .append(type.substring(type.lastIndexOf('.') + 1))
                        .append('.')
                        .append(frame.getMethodName())
                        .append(" 第 ")
                        .append(frame.getLineNumber())
                        .append(" 行")
                        .toString();
            }
        }
        return words.toString();
    }

    private static String names(@Nullable ServerErrorMessage message) {
        if (message == null) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        for (String name : new String[] {message.getTable(), message.getColumn(), message.getConstraint()}) {
            if (name != null) {
                names.append('，').append(name);
            }
        }
        return names.toString();
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
