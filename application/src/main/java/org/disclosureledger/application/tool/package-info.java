/** What the program does once from the command line instead of serving: verify the ledger, export it for an audit. */
@NullMarked
package org.disclosureledger.application.tool;

import org.jspecify.annotations.NullMarked;
