/** Nobody sees what is sealed, takes a file away or comes in before the ledger says so. */
@NullMarked
package org.disclosureledger.application.readtrail;

import org.jspecify.annotations.NullMarked;
