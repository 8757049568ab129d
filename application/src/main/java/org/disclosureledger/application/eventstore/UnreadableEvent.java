package org.disclosureledger.application.eventstore;

/**
 * A stored event that this program cannot read. Its message is for people and holds nothing of the payload, and it has
 * no cause, since messages of JSON libraries quote what they read.
 */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message) {
        super(message);
    }
}
