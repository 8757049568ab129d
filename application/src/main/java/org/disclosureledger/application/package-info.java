/** The service: the only place with a Spring container, Axon, HTTP and the clock. */
@NullMarked
package org.disclosureledger.application;

import org.jspecify.annotations.NullMarked;
