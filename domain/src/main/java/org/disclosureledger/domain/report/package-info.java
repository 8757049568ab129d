/** An annual report (Regulation art. 50): its narrative parts, its publication and what became of it afterwards. */
@NullMarked
package org.disclosureledger.domain.report;

import org.jspecify.annotations.NullMarked;
