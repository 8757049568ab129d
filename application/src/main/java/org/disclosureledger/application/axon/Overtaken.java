package org.disclosureledger.application.axon;

/** Others recorded something for the same case each time that a command was about to: nothing was recorded for it. */
public final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overtaken(Throwable cause) {
        super("overtaken by other commands for the same case", cause);
    }
}
