/** How commands reach the rules: the thin shell around Axon that all features share. */
@NullMarked
package org.disclosureledger.application.axon;

import org.jspecify.annotations.NullMarked;
