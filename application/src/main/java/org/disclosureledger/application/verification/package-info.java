/** Proves, or disproves, that the ledger is what was recorded: chain, signed heads, payloads, projections. */
@NullMarked
package org.disclosureledger.application.verification;

import org.jspecify.annotations.NullMarked;
