/** How an organ counts what the law leaves open, explained and chosen. */
@NullMarked
package org.disclosureledger.application.web.counting;

import org.jspecify.annotations.NullMarked;
