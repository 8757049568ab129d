package org.disclosureledger.projections.publication;

import java.time.LocalDate;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.jspecify.annotations.Nullable;

/**
 * Information that counts in a year, with the number and title that it has now.
 *
 * @param channel null for an update
 */
public record CountedPublication(
        String publicationId,
        String number,
        String title,
        PublicationMeasure measure,
        ContentClass contentClass,
        @Nullable String emphasis,
        @Nullable PublicationChannel channel,
        LocalDate on) {}
