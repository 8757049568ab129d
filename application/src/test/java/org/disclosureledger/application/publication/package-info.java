/** What organs publish by themselves, over HTTP. */
@NullMarked
package org.disclosureledger.application.publication;

import org.jspecify.annotations.NullMarked;
