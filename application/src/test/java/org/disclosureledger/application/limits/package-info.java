@NullMarked
package org.disclosureledger.application.limits;

import org.jspecify.annotations.NullMarked;
