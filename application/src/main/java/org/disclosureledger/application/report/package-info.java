/** The annual report as documents and files: every one is drawn from the same tables by the same walk over the form. */
@NullMarked
package org.disclosureledger.application.report;

import org.jspecify.annotations.NullMarked;
