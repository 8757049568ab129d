/** The calendar of each organ: Axon wiring, HTTP, and what follows when it changes. */
@NullMarked
package org.disclosureledger.application.calendar;

import org.jspecify.annotations.NullMarked;
