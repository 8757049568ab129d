@NullMarked
package org.disclosureledger.application.attachment;

import org.jspecify.annotations.NullMarked;
