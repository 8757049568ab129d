/** The letters of a request: which there are, and what remedies each of them has to tell of (Regulation ch. 4). */
@NullMarked
package org.disclosureledger.domain.letter;

import org.jspecify.annotations.NullMarked;
