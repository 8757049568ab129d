package org.disclosureledger.application.publication;

import java.util.function.Function;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationStage;
import org.disclosureledger.projections.publication.PublicationFilter;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a list from the parameters of an address; what is empty asks for nothing. */
public final class PublicationFilters {

    private PublicationFilters() {}

    /** @throws Problem when an identifier does not exist */
    public static PublicationFilter of(
            @Nullable Integer year,
            @Nullable String contentClass,
            @Nullable String channel,
            @Nullable String stage,
            @Nullable String text) {
        return new PublicationFilter(
                year,
                constant("contentClass", contentClass, ContentClass::of),
                constant("channel", channel, PublicationChannel::of),
                constant("stage", stage, PublicationStage::of),
                text == null || text.isBlank() ? null : text.strip());
    }

    private static <T> @Nullable T constant(String parameter, @Nullable String id, Function<String, T> of) {
        if (id == null || id.isBlank()) {
            return null;
        }
        try {
            return of.apply(id.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(parameter, "没有标识为“" + id + "”的" + parameter);
        }
    }
}
