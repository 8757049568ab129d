/** Statutory forms as data: which figure stands in which cell, under which label, for which years. */
@NullMarked
package org.disclosureledger.projections.form;

import org.jspecify.annotations.NullMarked;
