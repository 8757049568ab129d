/** Figures that an organ reports for a year: licences, penalties, compulsory measures, fees (Regulation art. 20(5)(6)(8)). */
@NullMarked
package org.disclosureledger.domain.tally;

import org.jspecify.annotations.NullMarked;
