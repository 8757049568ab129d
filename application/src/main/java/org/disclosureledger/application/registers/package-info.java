/** The registers over HTTP: typed entries, lists, single cases with their history, export. */
@NullMarked
package org.disclosureledger.application.registers;

import org.jspecify.annotations.NullMarked;
