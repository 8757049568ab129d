/** Who may do what: accounts, their roles, and the duties that one person must not unite. */
@NullMarked
package org.disclosureledger.domain.people;

import org.jspecify.annotations.NullMarked;
