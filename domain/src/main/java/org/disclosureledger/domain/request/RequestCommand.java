package org.disclosureledger.domain.request;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/** What can be asked of a request's record. */
public sealed interface RequestCommand
        permits RequestCommand.RecordRequest, RequestCommand.ReceiveRequest, RequestStep {

    RequestId requestId();

    OrganCode organ();

    /** Record what a row of the register says: a new request, or more about a known one. */
    record RecordRequest(RequestId requestId, OrganCode organ, Entry entry) implements RequestCommand {}

    /**
     * Register a request as it arrives (art. 29, 31).
     *
     * @param entry the columns of the register, as typed
     */
    record ReceiveRequest(RequestId requestId, OrganCode organ, Entry entry, Receipt receipt)
            implements RequestCommand {}

    /**
     * What is noted about the paper beyond the columns of the register.
     *
     * @param arrivedOn the day on which it reached the building or the mailbox, when receipt was confirmed later
     * @param splitFrom the request whose paper also held this matter
     */
    record Receipt(
            java.time.@Nullable LocalDate arrivedOn,
            @Nullable PostalService postalService,
            IdentityProof identityProof,
            @Nullable SealedText representative,
            @Nullable SealedText otherApplicants,
            @Nullable WantedForm wantedForm,
            @Nullable RequestId splitFrom) {}
}
