package org.disclosureledger.application.heads;

import org.jspecify.annotations.Nullable;

/** A file that should be a signed head and is not; the message is a sentence for people. */
public final class BrokenHead extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenHead(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong with it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
