/** Registers as lists, and forms for one entry. */
@NullMarked
package org.disclosureledger.application.web.entry;

import org.jspecify.annotations.NullMarked;
