package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;

/** What can be asked of published information's record. */
public sealed interface PublicationCommand {

    PublicationId publicationId();

    OrganCode organ();

    /** Put information on the list of what is to be published. */
    record PreparePublication(PublicationId publicationId, OrganCode organ, Entry entry)
            implements PublicationCommand {}

    /** Record a step. */
    record TakePublicationStep(PublicationId publicationId, OrganCode organ, PublicationStepKind kind, Entry entry)
            implements PublicationCommand {}

    /**
     * Correct what was recorded wrongly.
     *
     * @param fact see {@link PublicationEvent.PublicationFactCorrected}
     * @param corrected its canonical value
     * @param today the day on which it is handed in, in China
     */
    record CorrectPublication(
            PublicationId publicationId, OrganCode organ, String fact, String corrected, String reason, LocalDate today)
            implements PublicationCommand {}
}
