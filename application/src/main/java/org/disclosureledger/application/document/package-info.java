/** Documents: Axon wiring. */
@NullMarked
package org.disclosureledger.application.document;

import org.jspecify.annotations.NullMarked;
