package org.disclosureledger.domain.register;

/** A fault refuses; a warning records what happened and says what is unusual about it. */
public enum Severity {
    FAULT,
    WARNING
}
