/** How much anybody may ask of the service at a time. */
@NullMarked
package org.disclosureledger.application.limits;

import org.jspecify.annotations.NullMarked;
