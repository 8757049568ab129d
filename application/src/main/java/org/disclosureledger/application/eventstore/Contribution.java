package org.disclosureledger.application.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command adds to the ledger: all of it or nothing.
 *
 * @param answer what a retry of the command is to be told; null when nobody can retry it
 */
public record Contribution(
        CommandId command, List<NewEvent> events, @Nullable Answer answer) {

    /** Makes the answer once it is known where the events lie. */
    @FunctionalInterface
    public interface Answer {

        CommandLog.Answered to(Appended appended);
    }
}
