/** Who came in, read whose data, took what away: for whoever looks after the traces. */
@NullMarked
package org.disclosureledger.projections.access;

import org.jspecify.annotations.NullMarked;
