package org.disclosureledger.application.rebuild;

/** A rebuild can go no further; the message says in Chinese why. */
final class CannotRebuild extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRebuild(String sentence) {
        super(sentence);
    }
}
