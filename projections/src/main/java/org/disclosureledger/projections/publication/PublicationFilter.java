package org.disclosureledger.projections.publication;

import java.util.List;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationFact;
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

    /** As the database filters what is there now. */
    public boolean admits(PublicationRow row) {
        String wanted = text;
        return (contentClass == null
                        || contentClass == ContentClass.of(row.facts().text(PublicationFact.CONTENT_CLASS)))
                && (stage == null || stage == row.stage())
                && (wanted == null
                        || row.number().contains(wanted)
                        || row.title().contains(wanted))
                && admitsPublished(row);
    }

    private boolean admitsPublished(PublicationRow row) {
        if (year == null && channel == null) {
            return true;
        }
        List<PublicationEntry> published = PublicationCounting.entries(row.facts()).stream()
                .filter(entry -> entry.measure() == PublicationMeasure.PUBLISHED)
                .toList();
        boolean any = published.stream()
                .anyMatch(entry -> (year == null || year == entry.on().getYear())
                        && (channel == null || channel == entry.channel()));
        boolean neverPublished = published.isEmpty() && channel == null;
        return any
                || (neverPublished
                        && year != null
                        && year == row.facts().date(PublicationFact.MADE_ON).getYear());
    }
}
