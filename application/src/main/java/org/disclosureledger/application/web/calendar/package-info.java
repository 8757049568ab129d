/** The calendar of an organ as a page. */
@NullMarked
package org.disclosureledger.application.web.calendar;

import org.jspecify.annotations.NullMarked;
