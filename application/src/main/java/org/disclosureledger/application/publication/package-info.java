/** What organs publish by themselves: Axon wiring, HTTP, export. */
@NullMarked
package org.disclosureledger.application.publication;

import org.jspecify.annotations.NullMarked;
