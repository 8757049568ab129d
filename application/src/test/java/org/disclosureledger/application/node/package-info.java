/** Several instances on one database. */
@NullMarked
package org.disclosureledger.application.node;

import org.jspecify.annotations.NullMarked;
