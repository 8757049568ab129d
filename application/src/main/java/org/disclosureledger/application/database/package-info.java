/** The embedded PostgreSQL that serves when no other database is configured. */
@NullMarked
package org.disclosureledger.application.database;

import org.jspecify.annotations.NullMarked;
