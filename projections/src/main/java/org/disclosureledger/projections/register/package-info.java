/** The registers as an office reads them: one row per case with all that is recorded of it. */
@NullMarked
package org.disclosureledger.projections.register;

import org.jspecify.annotations.NullMarked;
