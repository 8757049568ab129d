package org.disclosureledger.application.request;

import java.time.LocalDate;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;

/** What a step needs to know beside what is typed: of which case, on which day, and how its texts are sealed. */
record StepContext(RequestId requestId, OrganCode organ, LocalDate today, Sealer sealer, References references) {

    /** Seals a text under the name of the component of the event that holds it. */
    interface Sealer {

        SealedText seal(String component, String text);
    }

    /** Finds the organ's cases that a person names; each method throws {@link CommandRejected} when there is none. */
    interface References {

        RequestId request(String field, String reference);

        RemedyId remedy(String field, String reference);
    }

    @Nullable SealedText sealed(String component, @Nullable String text) {
        String typed = TypedText.of(text);
        return typed == null ? null : sealer.seal(component, typed);
    }

    /** @throws CommandRejected when there is no such request, or it is this one */
    @Nullable RequestId request(String field, @Nullable String reference) {
        String typed = TypedText.of(reference);
        if (typed == null) {
            return null;
        }
        RequestId found = references.request(field, typed);
        if (found.equals(requestId)) {
            throw new CommandRejected(CaseFileRule.THIS_REQUEST.onField(field));
        }
        return found;
    }

    /** @throws CommandRejected when there is no such case */
    @Nullable RemedyId remedy(String field, @Nullable String reference) {
        String typed = TypedText.of(reference);
        return typed == null ? null : references.remedy(field, typed);
    }
}
