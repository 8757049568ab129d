package org.disclosureledger.domain.retention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organ's personal data as the rules see it.
 *
 * @param months after which closed cases are restricted; null for never
 * @param batches how many destructions have been proposed
 * @param open the one that is neither carried out nor abandoned; null when there is none
 * @param destroyed cases whose personal data is gone
 */
public record Retention(
        @Nullable Integer months, int batches, @Nullable Proposal open, Set<String> destroyed) {

    public static final Retention UNTOUCHED = new Retention(null, 0, null, Set.of());

    public Retention {
        destroyed = Set.copyOf(destroyed);
    }

    /**
     * A destruction that waits.
     *
     * @param digest of the package for the archives; null before it was exported
     */
    public record Proposal(
            int batch,
            int years,
            List<String> cases,
            String proposedBy,
            @Nullable String digest) {

        public Proposal {
            cases = List.copyOf(cases);
        }
    }

    public Retention evolve(RetentionEvent event) {
        return switch (event) {
            case RetentionEvent.RestrictionTermSet e -> new Retention(e.months(), batches, open, destroyed);
            case RetentionEvent.DestructionProposed e ->
                new Retention(
                        months,
                        e.batch(),
                        new Proposal(e.batch(), e.years(), Cases.of(e.cases()), e.proposedBy(), null),
                        destroyed);
            case RetentionEvent.DestructionAbandoned ignored -> new Retention(months, batches, null, destroyed);
            case RetentionEvent.ArchivePackageExported e ->
                open == null
                        ? this
                        : new Retention(
                                months,
                                batches,
                                new Proposal(open.batch(), open.years(), open.cases(), open.proposedBy(), e.digest()),
                                destroyed);
            case RetentionEvent.PersonalDataDestroyed e -> {
                Set<String> all = new LinkedHashSet<>(destroyed);
                all.addAll(Cases.of(e.cases()));
                yield new Retention(months, batches, null, all);
            }
        };
    }
}
