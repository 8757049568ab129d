package org.disclosureledger.projections.organ;

import org.jspecify.annotations.Nullable;

/** An organ as it is called now. */
public record OrganRow(String code, String name, @Nullable Boolean mayIssueRegulations) {}
