/** Requests: Axon wiring. */
@NullMarked
package org.disclosureledger.application.request;

import org.jspecify.annotations.NullMarked;
