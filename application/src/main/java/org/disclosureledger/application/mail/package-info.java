/** What an e-mail that is pasted as text says of a request for information: pure reading, nothing is recorded. */
@NullMarked
package org.disclosureledger.application.mail;

import org.jspecify.annotations.NullMarked;
