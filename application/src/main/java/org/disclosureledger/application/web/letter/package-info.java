/** The templates of an organ's letters, for people. */
@NullMarked
package org.disclosureledger.application.web.letter;

import org.jspecify.annotations.NullMarked;
