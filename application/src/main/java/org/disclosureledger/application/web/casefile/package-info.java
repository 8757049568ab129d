/** One case with its history. */
@NullMarked
package org.disclosureledger.application.web.casefile;

import org.jspecify.annotations.NullMarked;
