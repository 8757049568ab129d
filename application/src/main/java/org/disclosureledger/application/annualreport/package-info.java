/** The annual report: narrative parts and downloads. */
@NullMarked
package org.disclosureledger.application.annualreport;

import org.jspecify.annotations.NullMarked;
