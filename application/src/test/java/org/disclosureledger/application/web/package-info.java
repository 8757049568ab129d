/** The pages, as a person uses them. */
@NullMarked
package org.disclosureledger.application.web;

import org.jspecify.annotations.NullMarked;
