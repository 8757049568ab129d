/** Where personal data is, and where it must not be. */
@NullMarked
package org.disclosureledger.application.markers;

import org.jspecify.annotations.NullMarked;
