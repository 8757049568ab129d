/** What is recorded but could not be handled yet, for people. */
@NullMarked
package org.disclosureledger.application.web.parked;

import org.jspecify.annotations.NullMarked;
