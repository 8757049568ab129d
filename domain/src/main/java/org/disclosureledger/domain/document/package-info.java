/** Rules (规章) and normative documents (行政规范性文件) that an organ issued, from issue to repeal (Regulation art. 20(1)). */
@NullMarked
package org.disclosureledger.domain.document;

import org.jspecify.annotations.NullMarked;
