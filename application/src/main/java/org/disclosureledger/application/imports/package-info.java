/** Import of register files: all or nothing, in one stream and one commit. */
@NullMarked
package org.disclosureledger.application.imports;

import org.jspecify.annotations.NullMarked;
