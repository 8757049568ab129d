/** Register files (台账): the CSV and XLSX files that offices keep become stated rows, and rows become such files again. */
@NullMarked
package org.disclosureledger.application.register;

import org.jspecify.annotations.NullMarked;
