/** What an office has on its hands: where each request stands, and which requests belong together. */
@NullMarked
package org.disclosureledger.projections.caseload;

import org.jspecify.annotations.NullMarked;
