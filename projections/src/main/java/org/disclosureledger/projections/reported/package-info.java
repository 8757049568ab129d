/** The tables of organs as they were published, or came in from elsewhere: what is summed over organs. */
@NullMarked
package org.disclosureledger.projections.reported;

import org.jspecify.annotations.NullMarked;
