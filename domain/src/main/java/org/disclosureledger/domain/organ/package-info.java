/** An organ (行政机关) that answers requests and publishes the annual report; every fact belongs to one. */
@NullMarked
package org.disclosureledger.domain.organ;

import org.jspecify.annotations.NullMarked;
