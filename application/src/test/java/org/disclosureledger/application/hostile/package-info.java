/** Files that somebody made to harm the product. */
@NullMarked
package org.disclosureledger.application.hostile;

import org.jspecify.annotations.NullMarked;
