/** The information-processing fee as a calculation, without any case. */
@NullMarked
package org.disclosureledger.application.fee;

import org.jspecify.annotations.NullMarked;
