/** The pages. */
@NullMarked
package org.disclosureledger.application.web;

import org.jspecify.annotations.NullMarked;
