package org.disclosureledger.projections.register;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a run of events says of a case. */
record RegisterPatch(
        String caseId, String organ, String register, Map<String, String> facts, long firstEvent, long lastEvent) {

    RegisterPatch then(RegisterPatch later) {
        Map<String, String> merged = new LinkedHashMap<>(facts);
        merged.putAll(later.facts);
        return new RegisterPatch(caseId, organ, register, merged, firstEvent, later.lastEvent);
    }
}
