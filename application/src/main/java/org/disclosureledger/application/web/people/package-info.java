/** Pages of accounts and roles, and of one's own password. */
@NullMarked
package org.disclosureledger.application.web.people;

import org.jspecify.annotations.NullMarked;
