/** Feeds recorded events to the projectors, each with its own position. */
@NullMarked
package org.disclosureledger.application.projection;

import org.jspecify.annotations.NullMarked;
