/** Information that organs publish by themselves: the list as it is now, and what counts in which year. */
@NullMarked
package org.disclosureledger.projections.publication;

import org.jspecify.annotations.NullMarked;
