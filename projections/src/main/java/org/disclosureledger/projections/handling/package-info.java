/** Steps that tell how long an answer took, where more happened than a receipt and an answer. */
@NullMarked
package org.disclosureledger.projections.handling;

import org.jspecify.annotations.NullMarked;
