/** Information that an organ publishes on its own initiative, from its making over review to withdrawal (Regulation art. 17 to 26). */
@NullMarked
package org.disclosureledger.domain.publication;

import org.jspecify.annotations.NullMarked;
