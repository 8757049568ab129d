/** Who came in, who read whose data, what left the house: no act of the law, but recorded like one. */
@NullMarked
package org.disclosureledger.domain.access;

import org.jspecify.annotations.NullMarked;
