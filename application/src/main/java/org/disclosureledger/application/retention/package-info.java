/** The end of personal data: restricted, exported for the archives, destroyed with its keys. */
@NullMarked
package org.disclosureledger.application.retention;

import org.jspecify.annotations.NullMarked;
