/** Rebuilds the read models from the ledger beside the live ones, compares, and lets the rebuilt rows take their place. */
@NullMarked
package org.disclosureledger.application.rebuild;

import org.jspecify.annotations.NullMarked;
