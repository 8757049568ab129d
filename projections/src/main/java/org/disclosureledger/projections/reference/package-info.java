/** The annual tables once more, counted by SQL from the recorded events alone: what the kept tables are checked against. */
@NullMarked
package org.disclosureledger.projections.reference;

import org.jspecify.annotations.NullMarked;
