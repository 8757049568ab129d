/** How each organ chose to count what the law leaves open: what API and pages share, and HTTP. */
@NullMarked
package org.disclosureledger.application.counting;

import org.jspecify.annotations.NullMarked;
