/** The end of personal data, for people: its term, proposals, exports, approvals. */
@NullMarked
package org.disclosureledger.application.web.retention;

import org.jspecify.annotations.NullMarked;
