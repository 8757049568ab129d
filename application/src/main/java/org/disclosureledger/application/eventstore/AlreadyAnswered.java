package org.disclosureledger.application.eventstore;

/** The command had come before: what it was answered stands in the {@link CommandLog}, and nothing was recorded now. */
public final class AlreadyAnswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyAnswered() {
        super("answered before", null, false, false);
    }
}
