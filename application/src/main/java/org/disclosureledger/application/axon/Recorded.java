package org.disclosureledger.application.axon;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.register.Finding;

/** What became of a command: how many events it recorded in which aggregate, and what the rules remarked. */
public record Recorded(String aggregateId, int events, List<Finding> findings) {

    public Recorded with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Recorded(aggregateId, events, all);
    }
}
