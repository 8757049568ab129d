/** Work that takes a while: where it was begun, how far it is, what became of it. */
@NullMarked
package org.disclosureledger.application.web.work;

import org.jspecify.annotations.NullMarked;
