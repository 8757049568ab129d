package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.register.Facts;

/** A reconsideration or a lawsuit as its rules see it. */
public sealed interface Remedy {

    record Unaccepted() implements Remedy {}

    record Accepted(Facts facts) implements Remedy {}

    default Facts facts() {
        return switch (this) {
            case Unaccepted ignored -> Facts.none();
            case Accepted a -> a.facts();
        };
    }

    default Remedy evolve(RemedyEvent event) {
        Facts known = facts();
        return new Accepted(
                switch (event) {
                    case RemedyEvent.RemedyAccepted e ->
                        known.with(RemedyFact.CASE_NUMBER, e.caseNumber())
                                .with(RemedyFact.PROCEDURE, e.procedure().id())
                                .with(RemedyFact.AFTER_RECONSIDERATION, e.afterReconsideration())
                                .with(RemedyFact.REGISTRATION_NUMBER, e.registrationNumber())
                                .with(RemedyFact.ACCEPTED_ON, e.acceptedOn());
                    case RemedyEvent.RemedyConcluded e ->
                        known.with(RemedyFact.CONCLUDED_ON, e.concludedOn())
                                .with(RemedyFact.RESULT, e.result().id());
                    case RemedyEvent.RemedyLinked e ->
                        known.with(RemedyFact.REGISTRATION_NUMBER, e.registrationNumber());
                    case RemedyEvent.RemedyDetailRecorded e -> known.with(e.fact(), e.value());
                    case RemedyEvent.RemedyFactCorrected e -> known.with(e.fact(), e.corrected());
                });
    }
}
