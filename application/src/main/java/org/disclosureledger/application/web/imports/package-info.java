/** Handing in register files and what became of them. */
@NullMarked
package org.disclosureledger.application.web.imports;

import org.jspecify.annotations.NullMarked;
