package org.disclosureledger.application.tool;

/** There is no database that a tool could work on; the message says in Chinese where it was looked for. */
public final class NoDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDatabase(String sentence) {
        super(sentence);
    }
}
