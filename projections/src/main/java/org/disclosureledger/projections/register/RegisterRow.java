package org.disclosureledger.projections.register;

import java.util.Map;

/**
 * One case as its register has it.
 *
 * @param facts values by fact identifier or {@code remark:<column>}; personal data sealed
 */
public record RegisterRow(String caseId, String register, Map<String, String> facts, long firstEvent, long lastEvent) {}
