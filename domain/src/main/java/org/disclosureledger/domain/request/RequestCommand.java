package org.disclosureledger.domain.request;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;

/** What can be asked of a request's record. */
public sealed interface RequestCommand {

    RequestId requestId();

    OrganCode organ();

    /** Record what a row of the register says: a new request, or more about a known one. */
    record RecordRequest(RequestId requestId, OrganCode organ, Entry entry) implements RequestCommand {}
}
