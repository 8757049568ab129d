/** Several instances of the service on one database: who is who, and who still lives. */
@NullMarked
package org.disclosureledger.application.node;

import org.jspecify.annotations.NullMarked;
