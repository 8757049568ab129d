package org.disclosureledger.projections.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for; null for all.
 *
 * @param subjects cases or imports; with an organ, what was exported of their registers or for the archives is
 *     found with them
 * @param from number of the first event
 * @param upTo number of the last event
 */
public record AccessFilter(
        @Nullable String organ,
        @Nullable String account,
        @Nullable List<String> subjects,
        long from,
        long upTo) {}
