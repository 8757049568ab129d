/** Remedies: Axon wiring. */
@NullMarked
package org.disclosureledger.application.remedy;

import org.jspecify.annotations.NullMarked;
