/** The narrative parts of an annual report (Regulation art. 50) that the office writes itself. */
@NullMarked
package org.disclosureledger.domain.report;

import org.jspecify.annotations.NullMarked;
