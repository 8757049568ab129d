/** Reconsiderations and lawsuits step by step: what API and pages share, and HTTP. */
@NullMarked
package org.disclosureledger.application.remedies;

import org.jspecify.annotations.NullMarked;
