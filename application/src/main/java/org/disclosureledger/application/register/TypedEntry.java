package org.disclosureledger.application.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;

/** An entry that a person types, or a system sends, field by field: read by the same rules as a row of a file. */
public final class TypedEntry {

    private TypedEntry() {}

    /**
     * @param texts what was typed, by fact identifier or by column header; empty texts say nothing
     * @param remarks further columns by header
     * @return the values, or the faults that kept them from being read; the row number is 0
     */
    public static StatedRow read(RegisterLayout layout, Map<String, String> texts, Map<String, String> remarks) {
        return read(layout.facts(), texts, remarks);
    }

    /** The same for facts that are no columns of a register. */
    public static StatedRow read(List<? extends Fact> facts, Map<String, String> texts, Map<String, String> remarks) {
        List<Finding> findings = new ArrayList<>();
        FactReader reader = new FactReader(findings);
        Map<String, String> values = values(facts, texts, reader);
        Map<String, String> read = new LinkedHashMap<>();
        remarks.forEach((header, text) -> {
            String remark = reader.readRemark(header, RawCell.text(text));
            if (remark != null) {
                read.put(header, remark);
            }
        });
        return new StatedRow(0, values, read, findings);
    }

    /** As above, of the fields of a step; one that must be filled and is not is a fault. */
    public static StatedRow read(
            List<? extends Fact> fields, Predicate<? super Fact> required, Map<String, String> texts) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> values = values(fields, texts, new FactReader(findings));
        for (Fact field : fields) {
            boolean told = findings.stream().anyMatch(f -> f.fact().equals(field.id()));
            if (required.test(field) && !told && !values.containsKey(field.id())) {
                findings.add(RegisterRule.REQUIRED.on(field));
            }
        }
        return new StatedRow(0, values, Map.of(), findings);
    }

    private static Map<String, String> values(
            List<? extends Fact> facts, Map<String, String> texts, FactReader reader) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Fact fact : facts) {
            String text = texts.getOrDefault(fact.id(), texts.get(fact.label()));
            if (text != null) {
                String value = reader.read(fact, RawCell.text(text));
                if (value != null) {
                    values.put(fact.id(), value);
                }
            }
        }
        return values;
    }
}
