package org.disclosureledger.domain.publication;

import org.disclosureledger.domain.register.Facts;

/** What is known of published information after one more event. */
final class PublicationFacts {

    private PublicationFacts() {}

    static Facts after(Facts known, PublicationEvent event) {
        int next = PublicationStep.of(known).size() + 1;
        return switch (event) {
            case PublicationEvent.PublicationPrepared e ->
                known.with(PublicationFact.PUBLICATION_NUMBER, e.publicationNumber())
                        .with(PublicationFact.TITLE, e.title())
                        .with(PublicationFact.CONTENT_CLASS, e.contentClass().id())
                        .with(PublicationFact.EMPHASIS, e.emphasis())
                        .with(PublicationFact.MADE_ON, e.madeOn());
            case PublicationEvent.PublicationReviewed e -> {
                Facts facts = known.with(
                                PublicationFact.REVIEWED_ON.ofStep(next),
                                e.reviewedOn().toString())
                        .with(PublicationFact.REVIEWER.ofStep(next), e.reviewer())
                        .with(PublicationFact.VERDICT.ofStep(next), e.verdict().id());
                yield e.ground() == null ? facts : facts.with(PublicationFact.GROUND.ofStep(next), e.ground());
            }
            case PublicationEvent.PublicationPublished e -> {
                Facts facts = known.with(
                                PublicationFact.PUBLISHED_ON.ofStep(next),
                                e.publishedOn().toString())
                        .with(PublicationFact.CHANNEL.ofStep(next), e.channel().id());
                yield e.place() == null ? facts : facts.with(PublicationFact.PLACE.ofStep(next), e.place());
            }
            case PublicationEvent.PublicationUpdated e ->
                known.with(
                                PublicationFact.UPDATED_ON.ofStep(next),
                                e.updatedOn().toString())
                        .with(PublicationFact.WHAT.ofStep(next), e.what());
            case PublicationEvent.PublicationWithdrawn e -> {
                Facts facts = known.with(
                                PublicationFact.WITHDRAWN_ON.ofStep(next),
                                e.withdrawnOn().toString())
                        .with(PublicationFact.REASON.ofStep(next), e.reason());
                yield e.channel() == null
                        ? facts
                        : facts.with(
                                PublicationFact.CHANNEL.ofStep(next),
                                e.channel().id());
            }
            case PublicationEvent.PublicationFactCorrected e -> known.with(e.fact(), e.corrected());
        };
    }
}
