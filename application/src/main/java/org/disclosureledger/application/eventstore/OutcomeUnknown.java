package org.disclosureledger.application.eventstore;

/**
 * The connection was lost between the commit and its confirmation: what was to be recorded is there in full or not at
 * all, and nobody can tell now which. A retry under the same {@link CommandId} finds out.
 */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(Throwable cause) {
        super("commit neither confirmed nor refused", cause);
    }
}
