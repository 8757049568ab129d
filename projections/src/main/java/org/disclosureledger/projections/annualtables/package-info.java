/** The statutory annual tables: bitemporal entries, one per case and measure, and the figures counted from them. */
@NullMarked
package org.disclosureledger.projections.annualtables;

import org.jspecify.annotations.NullMarked;
