package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a remedy's record. */
public sealed interface RemedyCommand permits RemedyCommand.RecordRemedy, RemedyCommand.AcceptRemedy, RemedyStep {

    RemedyId remedyId();

    OrganCode organ();

    /**
     * Record what a row of the register says.
     *
     * @param requestId the request that the row's registration number stands for
     */
    record RecordRemedy(
            RemedyId remedyId,
            OrganCode organ,
            Entry entry,
            @Nullable RequestId requestId) implements RemedyCommand {}

    /**
     * Record that a new case was accepted.
     *
     * @param entry the columns of the register that tell of it
     * @param requestId the request that the entry's registration number stands for
     */
    record AcceptRemedy(
            RemedyId remedyId,
            OrganCode organ,
            Entry entry,
            @Nullable RequestId requestId) implements RemedyCommand {}
}
