/** Tallies: Axon wiring. */
@NullMarked
package org.disclosureledger.application.tally;

import org.jspecify.annotations.NullMarked;
