/** How events are named, written and numbered, and read again. */
@NullMarked
package org.disclosureledger.application.eventstore;

import org.jspecify.annotations.NullMarked;
