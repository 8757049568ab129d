/** Who may come in. */
@NullMarked
package org.disclosureledger.application.security;

import org.jspecify.annotations.NullMarked;
