/** Pages on which a person verifies the ledger. */
@NullMarked
package org.disclosureledger.application.web.verification;

import org.jspecify.annotations.NullMarked;
