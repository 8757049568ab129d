/** Templates that are right and wrong in every way, and the letters that come of them. */
@NullMarked
package org.disclosureledger.application.letter;

import org.jspecify.annotations.NullMarked;
