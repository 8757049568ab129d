/** What an office has to do: requests by their last days. */
@NullMarked
package org.disclosureledger.application.web.desk;

import org.jspecify.annotations.NullMarked;
