/** Accounts with their roles, as they are now. */
@NullMarked
package org.disclosureledger.projections.people;

import org.jspecify.annotations.NullMarked;
