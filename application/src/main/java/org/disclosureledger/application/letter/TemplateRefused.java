package org.disclosureledger.application.letter;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Finding;

/** A template is not taken, or not used, as it is; nothing was changed. */
public final class TemplateRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    TemplateRefused(List<Finding> findings) {
        super(findings.stream().map(Finding::sentence).collect(Collectors.joining("；")));
        this.findings = List.copyOf(findings);
    }

    /** At least one. */
    public List<Finding> findings() {
        return findings;
    }
}
