/** Consolidated reports (汇总年度报告): the sums over the organs under a superior, and the tables of those that do not use the system. */
@NullMarked
package org.disclosureledger.application.consolidation;

import org.jspecify.annotations.NullMarked;
