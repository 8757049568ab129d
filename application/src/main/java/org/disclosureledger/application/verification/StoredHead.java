package org.disclosureledger.application.verification;

import java.time.Instant;
import java.util.UUID;

/** The one row that says where the ledger ends, as it is found: the name of the algorithm may be anything. */
record StoredHead(UUID ledger, long number, String algorithm, byte[] hash, Instant recordedAt) {}
