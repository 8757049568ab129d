package org.disclosureledger.application.axon;

import org.disclosureledger.application.eventstore.Appended;

/**
 * Where in the ledger lies what a command recorded: whoever keeps number and hash can prove later that it was there.
 *
 * @param first number of its first event, one more than {@code last} when it recorded none
 * @param last number of its last event
 * @param algorithm name of the hash algorithm
 * @param hash of the last event in hexadecimal digits; through the chain it binds all events before it
 */
public record Receipt(long first, long last, String algorithm, String hash) {

    static Receipt of(Appended appended) {
        return new Receipt(
                appended.first(), appended.last(), appended.algorithm().label(), appended.hex());
    }
}
