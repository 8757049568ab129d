package org.disclosureledger.application.database;

/** The database would lose or let change what is recorded: the service does not start on it. Says how to mend it. */
public final class UnsafeDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnsafeDatabase(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
