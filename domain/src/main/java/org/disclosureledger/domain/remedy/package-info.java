/** Administrative reconsideration (行政复议) and litigation (行政诉讼) about an organ's information work (Regulation art. 51). */
@NullMarked
package org.disclosureledger.domain.remedy;

import org.jspecify.annotations.NullMarked;
