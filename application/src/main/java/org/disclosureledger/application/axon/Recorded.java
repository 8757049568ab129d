package org.disclosureledger.application.axon;

import java.util.List;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command: how many events it recorded in which aggregate, and what the rules remarked.
 *
 * @param receipt null when it recorded nothing
 */
public record Recorded(
        String aggregateId,
        int events,
        List<Finding> findings,
        @Nullable Receipt receipt) {}
