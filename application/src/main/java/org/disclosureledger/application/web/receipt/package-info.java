/** The form for a request that arrives. */
@NullMarked
package org.disclosureledger.application.web.receipt;

import org.jspecify.annotations.NullMarked;
