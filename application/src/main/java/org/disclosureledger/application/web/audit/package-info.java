/** The page that explains the audit package and gives it out. */
@NullMarked
package org.disclosureledger.application.web.audit;

import org.jspecify.annotations.NullMarked;
