package org.disclosureledger.application.web.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForms;
import org.disclosureledger.application.web.entry.TypedFacts;
import org.disclosureledger.domain.register.Fact;

/**
 * What a form about a recorded case changes.
 *
 * @param facts what identifies the case, and what is added or corrected; the rest is not said again
 * @param corrects whether something recorded is stated otherwise
 * @param faults fields that cannot be read, or that were emptied: the ledger takes nothing back
 */
record Changes(
        TypedFacts typed,
        Map<String, String> facts,
        Map<String, String> remarks,
        boolean corrects,
        List<Fault> faults) {

    static Changes between(Map<String, String> recorded, TypedFacts typed) {
        RegisterLayout register = typed.register();
        StatedRow read = TypedEntry.read(register, typed.values(), typed.remarks());
        List<Fault> faults = new ArrayList<>(TypedFacts.faults(register, read.findings()));
        Map<String, String> facts = new LinkedHashMap<>();
        boolean corrects = false;
        for (Fact fact : register.facts()) {
            String before = recorded.get(fact.id());
            String now = read.values().get(fact.id());
            boolean tally = register == RegisterLayout.TALLIES;
            if (before != null && typed.values().getOrDefault(fact.id(), "").isEmpty()) {
                faults.add(cleared(fact.id(), fact.label()));
            } else if (now != null) {
                boolean differs = !now.equals(before);
                if (differs || tally || register.keyFacts().contains(fact)) {
                    facts.put(fact.id(), now);
                }
                corrects |= differs && before != null && !tally;
            }
        }
        Map<String, String> remarks = new LinkedHashMap<>();
        String before = recorded.get(EntryForms.REMARK);
        String now = read.remarks().get(RegisterLayout.REMARK_HEADER);
        if (before != null && typed.remark().isEmpty()) {
            faults.add(cleared(EntryForms.REMARK, RegisterLayout.REMARK_HEADER));
        } else if (now != null && !now.equals(before)) {
            remarks.put(RegisterLayout.REMARK_HEADER, now);
            corrects |= before != null;
        }
        return new Changes(typed, facts, remarks, corrects, faults);
    }

    private static Fault cleared(String field, String label) {
        return new Fault(field, label + "：已登记的内容不能清空，请填写更正后的内容");
    }
}
