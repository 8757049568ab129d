package org.disclosureledger.application.axon;

/** Somebody sends another command under an identity that was used before: nothing is recorded for it. */
public final class IdentityReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdentityReused() {
        super("the identity belongs to another command");
    }
}
