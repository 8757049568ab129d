/** What an organ publishes by itself: the list with its figures, and each piece with its steps. */
@NullMarked
package org.disclosureledger.application.web.publication;

import org.jspecify.annotations.NullMarked;
