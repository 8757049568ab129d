package org.disclosureledger.application.faults;

/** How a reader keeps what it saw and how far it is. */
enum Reading {
    /** Both in one transaction; a failure undoes both. */
    ONE_TRANSACTION,
    /** Planted defect: the token is kept in a transaction of its own. */
    TOKEN_APART,
    /** Planted defect: an event that cannot be handled is logged and passed over. */
    SWALLOWED
}
