package org.disclosureledger.application.web.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.springframework.util.MultiValueMap;

/** What came in with a form for an entry, and what can be said against it before the rules are asked. */
public record TypedFacts(RegisterLayout register, Map<String, String> values, String remark) {

    public static TypedFacts of(RegisterLayout register, MultiValueMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Fact fact : register.facts()) {
            values.put(fact.id(), typed(form, fact.id()));
        }
        return new TypedFacts(register, values, typed(form, EntryForms.REMARK));
    }

    private static String typed(MultiValueMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    public Map<String, String> remarks() {
        return remark.isEmpty() ? Map.of() : Map.of(RegisterLayout.REMARK_HEADER, remark);
    }

    /** Everything by field, to be shown again. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(values);
        fields.put(EntryForms.REMARK, remark);
        return fields;
    }

    /** Required fields that are empty, and texts that cannot be read; all at once, not one after another. */
    List<Fault> faults() {
        List<Finding> findings = new ArrayList<>();
        for (Fact fact : register.facts()) {
            if (fact.required() && values.getOrDefault(fact.id(), "").isEmpty()) {
                findings.add(RegisterRule.REQUIRED.on(fact));
            }
        }
        findings.addAll(TypedEntry.read(register, values, remarks()).findings());
        return faults(register, findings);
    }

    public static List<Fault> faults(RegisterLayout register, List<Finding> findings) {
        return findings.stream().map(f -> fault(register, f)).distinct().toList();
    }

    private static Fault fault(RegisterLayout register, Finding finding) {
        for (Fact fact : register.facts()) {
            if (fact.id().equals(finding.fact())) {
                String ask = fact.type() == FactType.CODE ? "请选择" : "请填写";
                return new Fault(
                        fact.id(),
                        finding.rule().equals(RegisterRule.REQUIRED.name())
                                ? ask + fact.label()
                                : fact.label() + "：" + finding.sentence());
            }
        }
        boolean remark = finding.fact().startsWith(Facts.REMARK);
        return new Fault(remark ? EntryForms.REMARK : finding.fact(), (remark ? "备注：" : "") + finding.sentence());
    }
}
