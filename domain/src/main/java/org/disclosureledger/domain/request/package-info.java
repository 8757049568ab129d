/** A request for government information (政府信息公开申请, Regulation ch. IV, art. 27-46) from receipt to its one result. */
@NullMarked
package org.disclosureledger.domain.request;

import org.jspecify.annotations.NullMarked;
