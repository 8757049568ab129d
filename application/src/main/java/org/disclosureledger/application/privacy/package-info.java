/** Personal data never lies open in an event: sealing and opening of fields, keys, identifiers that cannot be guessed. */
@NullMarked
package org.disclosureledger.application.privacy;

import org.jspecify.annotations.NullMarked;
