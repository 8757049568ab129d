/** Which events whoever audits a year looks at: entered late, corrected, taken up again, waived, amended. */
@NullMarked
package org.disclosureledger.projections.trail;

import org.jspecify.annotations.NullMarked;
