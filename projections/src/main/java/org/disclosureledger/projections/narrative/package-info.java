/** The narrative parts of annual reports, as last written. */
@NullMarked
package org.disclosureledger.projections.narrative;

import org.jspecify.annotations.NullMarked;
