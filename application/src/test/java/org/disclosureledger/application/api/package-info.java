/** The API as its description has it. */
@NullMarked
package org.disclosureledger.application.api;

import org.jspecify.annotations.NullMarked;
