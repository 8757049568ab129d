@NullMarked
package org.disclosureledger.application.report;

import org.jspecify.annotations.NullMarked;
