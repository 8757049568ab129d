/** The audit package: the whole ledger in open formats, and the first of its two verifiers. */
@NullMarked
package org.disclosureledger.application.audit;

import org.jspecify.annotations.NullMarked;
