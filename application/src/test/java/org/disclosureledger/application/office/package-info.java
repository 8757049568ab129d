/** Office documents as people see them. */
@NullMarked
package org.disclosureledger.application.office;

import org.jspecify.annotations.NullMarked;
