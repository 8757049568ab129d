/** Which organs there are. */
@NullMarked
package org.disclosureledger.projections.organ;

import org.jspecify.annotations.NullMarked;
