/** Where now comes from. */
@NullMarked
package org.disclosureledger.application.time;

import org.jspecify.annotations.NullMarked;
