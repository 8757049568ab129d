/** Working days as the State Council's yearly notices fix them; nobody else adds to a date. */
@NullMarked
package org.disclosureledger.domain.calendar;

import org.jspecify.annotations.NullMarked;
