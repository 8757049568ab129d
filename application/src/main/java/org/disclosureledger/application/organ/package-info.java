/** Organs: Axon wiring and HTTP. */
@NullMarked
package org.disclosureledger.application.organ;

import org.jspecify.annotations.NullMarked;
