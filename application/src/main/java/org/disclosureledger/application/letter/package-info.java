/**
 * Letters as Word documents: what a template may say, the templates in force, and the merging of a template with the
 * facts of a request.
 */
@NullMarked
package org.disclosureledger.application.letter;

import org.jspecify.annotations.NullMarked;
