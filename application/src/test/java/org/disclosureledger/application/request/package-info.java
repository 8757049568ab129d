/** Requests over HTTP, and what their bodies become. */
@NullMarked
package org.disclosureledger.application.request;

import org.jspecify.annotations.NullMarked;
