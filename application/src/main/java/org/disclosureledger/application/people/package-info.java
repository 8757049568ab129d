/** Accounts and their roles: Axon wiring and HTTP. */
@NullMarked
package org.disclosureledger.application.people;

import org.jspecify.annotations.NullMarked;
