/** The information-processing fee (政府信息公开信息处理费, 国办函〔2020〕109号). */
@NullMarked
package org.disclosureledger.domain.fee;

import org.jspecify.annotations.NullMarked;
