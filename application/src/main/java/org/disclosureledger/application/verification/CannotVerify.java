package org.disclosureledger.application.verification;

/** Nothing can be said about the ledger, neither good nor bad; the message says in Chinese what is missing. */
public final class CannotVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotVerify(String sentence) {
        super(sentence);
    }

    public CannotVerify(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
