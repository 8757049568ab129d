/** What the service demands of its database. */
@NullMarked
package org.disclosureledger.application.database;

import org.jspecify.annotations.NullMarked;
