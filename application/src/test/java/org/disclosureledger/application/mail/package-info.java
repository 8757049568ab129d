@NullMarked
package org.disclosureledger.application.mail;

import org.jspecify.annotations.NullMarked;
