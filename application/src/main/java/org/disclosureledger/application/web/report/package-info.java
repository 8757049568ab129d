/** The annual report, its figures and its text. */
@NullMarked
package org.disclosureledger.application.web.report;

import org.jspecify.annotations.NullMarked;
