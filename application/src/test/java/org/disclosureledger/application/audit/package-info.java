/** The audit package, taken apart and forged, and its two verifiers. */
@NullMarked
package org.disclosureledger.application.audit;

import org.jspecify.annotations.NullMarked;
