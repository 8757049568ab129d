/** The page on which whoever looks after the traces sees them. */
@NullMarked
package org.disclosureledger.application.web.readtrail;

import org.jspecify.annotations.NullMarked;
