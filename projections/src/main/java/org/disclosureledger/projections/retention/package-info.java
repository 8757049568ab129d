/** Which personal data is restricted, which is to be destroyed, and which is gone. */
@NullMarked
package org.disclosureledger.projections.retention;

import org.jspecify.annotations.NullMarked;
