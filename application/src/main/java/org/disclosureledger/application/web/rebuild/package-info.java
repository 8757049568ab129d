/** Pages on which a person has the read models rebuilt. */
@NullMarked
package org.disclosureledger.application.web.rebuild;

import org.jspecify.annotations.NullMarked;
