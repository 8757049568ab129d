/** The description of the API, and that the API keeps to it. */
@NullMarked
package org.disclosureledger.application.api;

import org.jspecify.annotations.NullMarked;
