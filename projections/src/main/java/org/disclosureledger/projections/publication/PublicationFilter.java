package org.disclosureledger.projections.publication;

import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationStage;
import org.jspecify.annotations.Nullable;

/**
 * Which information a list shows; null asks for nothing.
 *
 * @param year in which it was published; for what never was, the year of its making
 * @param channel through which it was published, in that year if one is given
 * @param text part of its number or title
 */
public record PublicationFilter(
        @Nullable Integer year,
        @Nullable ContentClass contentClass,
        @Nullable PublicationChannel channel,
        @Nullable PublicationStage stage,
        @Nullable String text) {

    public static final PublicationFilter ALL = new PublicationFilter(null, null, null, null, null);
}
