package org.disclosureledger.domain.register;

/** What kind of value a fact has, and so when two values say the same. */
public enum FactType {
    /** A legal date: a calendar day in China, ISO-8601. */
    DATE,
    /** The identifier of a {@link org.disclosureledger.domain.Coded} constant. */
    CODE,
    TEXT,
    /** Personal data, sealed before it comes here ({@link SealedText}). */
    SEALED,
    /** A decimal number, compared by value: 0 and 0.0000 are the same amount. */
    AMOUNT,
    /** A calendar year. */
    YEAR
}
