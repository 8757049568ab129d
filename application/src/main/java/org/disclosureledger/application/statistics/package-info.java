/** The annual tables over HTTP: figures, the cases behind them, and checks. */
@NullMarked
package org.disclosureledger.application.statistics;

import org.jspecify.annotations.NullMarked;
