package org.disclosureledger.application.readtrail;

/** What somebody asked for cannot be recorded as read, and therefore is not shown. */
public final class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecorded(Throwable cause) {
        super("what was to be shown could not be recorded", cause);
    }
}
