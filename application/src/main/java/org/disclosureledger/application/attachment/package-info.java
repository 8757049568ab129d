/** The files of a request's case: told by their content, sealed with the key of the case, given out byte for byte. */
@NullMarked
package org.disclosureledger.application.attachment;

import org.jspecify.annotations.NullMarked;
