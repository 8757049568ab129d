/** What the ledger promises, under faults that really happen: slow commits, killed processes, full disks. */
@NullMarked
package org.disclosureledger.application.faults;

import org.jspecify.annotations.NullMarked;
