/** The end of personal data: restricted after a case is closed, destroyed by two people, never the figures. */
@NullMarked
package org.disclosureledger.domain.retention;

import org.jspecify.annotations.NullMarked;
