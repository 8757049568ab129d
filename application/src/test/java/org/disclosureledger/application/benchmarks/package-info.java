/** How fast the product is, measured on a machine at hand; with {@code -Pbenchmarks} only. */
@NullMarked
package org.disclosureledger.application.benchmarks;

import org.jspecify.annotations.NullMarked;
