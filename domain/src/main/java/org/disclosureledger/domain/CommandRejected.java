package org.disclosureledger.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Finding;

/** The rules object to a command: nothing was recorded. The only exception type that the domain defines. */
public final class CommandRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public CommandRejected(List<Finding> findings) {
        super(findings.stream().map(Finding::sentence).collect(Collectors.joining("；")));
        this.findings = List.copyOf(findings);
    }

    public CommandRejected(Finding finding) {
        this(List.of(finding));
    }

    /** Every objection, the faults among them; never empty. */
    public List<Finding> findings() {
        return findings;
    }
}
