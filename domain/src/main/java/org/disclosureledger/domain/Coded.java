package org.disclosureledger.domain;

/** A constant of the statute or of the form, with the identifier that stands for it in events and files for ever. */
public interface Coded {

    String id();

    /** The official Chinese label. */
    String label();
}
