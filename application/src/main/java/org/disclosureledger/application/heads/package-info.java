/** Signed heads of the ledger: made at a steady rhythm, kept outside the database, sent to where nobody here can change them. */
@NullMarked
package org.disclosureledger.application.heads;

import org.jspecify.annotations.NullMarked;
