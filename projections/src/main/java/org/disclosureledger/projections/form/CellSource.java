package org.disclosureledger.projections.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell counts.
 *
 * @param measures measures whose entries are counted; a trailing {@code *} stands for every measure that begins so
 * @param breakdown the applicant kind that is counted, null for all
 * @param reported whether the figure is reported by the organ rather than counted: then it is blank until somebody
 *     reports it, never 0
 */
public record CellSource(List<String> measures, @Nullable String breakdown, boolean reported) {

    public boolean counts(String measure, @Nullable String of) {
        return (breakdown == null || breakdown.equals(of)) && measures.stream().anyMatch(m -> matches(m, measure));
    }

    private static boolean matches(String pattern, String measure) {
        return pattern.endsWith("*")
                ? measure.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(measure);
    }
}
