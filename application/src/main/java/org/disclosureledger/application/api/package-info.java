/** What all HTTP answers share: problems, the description of the API, reading at a point of the ledger. */
@NullMarked
package org.disclosureledger.application.api;

import org.jspecify.annotations.NullMarked;
