/** The first page, signing in, making an organ, the example, and an organ's desk. */
@NullMarked
package org.disclosureledger.application.web.home;

import org.jspecify.annotations.NullMarked;
