/** Office documents in general: as official documents are set, and the same bytes for the same content. */
@NullMarked
package org.disclosureledger.application.office;

import org.jspecify.annotations.NullMarked;
