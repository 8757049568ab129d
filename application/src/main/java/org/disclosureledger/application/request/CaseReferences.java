package org.disclosureledger.application.request;

import java.util.UUID;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.remedy.RemedyWiring;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds other cases of the organ that a person names, by their number or by their identifier. */
@Component
class CaseReferences {

    private final Identifiers identifiers;
    private final Ledger ledger;

    CaseReferences(Identifiers identifiers, Ledger ledger) {
        this.identifiers = identifiers;
        this.ledger = ledger;
    }

    /** The identifier of the request with this number, whether or not there is one. */
    RequestId requestNumbered(String organ, String number) {
        return new RequestId(identifiers.of(RegisterLayout.REQUESTS.id(), organ, number));
    }

    /** @throws CommandRejected when the organ has no such request */
    RequestId request(String organ, String field, String reference) {
        UUID found = find(organ, RegisterLayout.REQUESTS, reference);
        if (found == null) {
            throw new CommandRejected(CaseFileRule.NO_SUCH_REQUEST.onField(field, reference));
        }
        return new RequestId(found);
    }

    private RemedyId remedy(String organ, String field, String reference) {
        UUID found = find(organ, RegisterLayout.REMEDIES, reference);
        if (found == null) {
            throw new CommandRejected(CaseFileRule.NO_SUCH_REMEDY.onField(field, reference));
        }
        return new RemedyId(found);
    }

    StepContext.References in(String organ) {
        return new StepContext.References() {
            @Override
            public RequestId request(String field, String reference) {
                return CaseReferences.this.request(organ, field, reference);
            }

            @Override
            public RemedyId remedy(String field, String reference) {
                return CaseReferences.this.remedy(organ, field, reference);
            }
        };
    }

    private @Nullable UUID find(String organ, RegisterLayout register, String reference) {
        UUID numbered = identifiers.of(register.id(), organ, reference);
        if (isRecorded(organ, register, numbered)) {
            return numbered;
        }
        UUID identified = uuid(reference);
        return identified != null && isRecorded(organ, register, identified) ? identified : null;
    }

    private boolean isRecorded(String organ, RegisterLayout register, UUID id) {
        String aggregate = register == RegisterLayout.REQUESTS ? RequestWiring.AGGREGATE : RemedyWiring.AGGREGATE;
        return ledger.ofAggregate(id.toString(), 0).stream()
                .limit(1)
                .anyMatch(e ->
                        e.aggregateType().equals(aggregate) && e.row().organ().equals(organ));
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
