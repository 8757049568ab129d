/** Events become rows, rows become tables; nothing here judges, and nothing here knows the time. */
@NullMarked
package org.disclosureledger.projections;

import org.jspecify.annotations.NullMarked;
