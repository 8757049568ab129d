package org.disclosureledger.domain.request;

import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says beyond its result (art. 36, 37); which of it is required depends on the result.
 *
 * @param ground article, and what of it applies
 * @param meansOfAccess how, where and when the information is had, or where it was published
 * @param otherOrgan the organ that is responsible (art. 36(5))
 * @param withheld what was separated and kept back (art. 37)
 * @param joinedInto the request with which this one is handled together
 */
public record AnswerContent(
        @Nullable String ground,
        @Nullable SealedText meansOfAccess,
        @Nullable String otherOrgan,
        @Nullable String otherOrganContact,
        @Nullable SealedText withheld,
        @Nullable SealedText reasons,
        @Nullable EndReason endReason,
        @Nullable RequestId joinedInto) {

    public static final AnswerContent NONE = new AnswerContent(null, null, null, null, null, null, null, null);

    boolean isEmpty() {
        return equals(NONE);
    }
}
