package org.disclosureledger.projections.publication;

import java.time.LocalDate;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.jspecify.annotations.Nullable;

/**
 * That information counts once under a measure, in the year of a legal date.
 *
 * @param channel null for an update, which concerns the information and not a channel
 */
record PublicationEntry(
        PublicationMeasure measure,
        ContentClass contentClass,
        @Nullable String emphasis,
        @Nullable PublicationChannel channel,
        LocalDate on) {}
