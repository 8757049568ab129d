/** What all registers (台账) share: facts that an office wrote down, and how a fuller row is reconciled with what is recorded. */
@NullMarked
package org.disclosureledger.domain.register;

import org.jspecify.annotations.NullMarked;
