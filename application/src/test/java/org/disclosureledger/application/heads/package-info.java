/** Tests of signed heads: signatures, files, sinks. */
@NullMarked
package org.disclosureledger.application.heads;

import org.jspecify.annotations.NullMarked;
