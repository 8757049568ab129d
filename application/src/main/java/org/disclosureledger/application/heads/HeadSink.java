package org.disclosureledger.application.heads;

import java.io.IOException;

/** Somewhere outside that signed heads go to. */
interface HeadSink {

    /** Short and stable; for health, metrics and the log. */
    String name();

    /** Which place it is exactly: another place begins with the first head again. */
    String place();

    /**
     * Returns when the head has arrived.
     *
     * @throws IOException when it has not; it will be tried again
     */
    void deliver(HeadName name, byte[] content) throws IOException, InterruptedException;
}
