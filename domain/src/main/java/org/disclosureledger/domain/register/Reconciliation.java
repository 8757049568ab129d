package org.disclosureledger.domain.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row compared with what is recorded: what it adds, and where it says something else. What it leaves empty it does
 * not say, so nothing recorded is ever taken back by silence.
 */
public record Reconciliation(Facts added, List<Difference> differences) {

    /** @param fact identifier of the fact, or {@code remark:<column>} */
    public record Difference(String fact, String recorded, String stated) {}

    /** @param byId the register's fact for an identifier, null for remarks */
    public static Reconciliation of(Facts recorded, Facts stated, Function<String, @Nullable Fact> byId) {
        Map<String, String> added = new LinkedHashMap<>();
        List<Difference> differences = new ArrayList<>();
        stated.values().forEach((id, value) -> {
            String known = recorded.values().get(id);
            Fact fact = byId.apply(id);
            if (known == null) {
                added.put(id, value);
            } else if (!Facts.same(fact == null ? null : fact.type(), known, value)) {
                differences.add(new Difference(id, known, value));
            }
        });
        return new Reconciliation(Facts.of(added), differences);
    }
}
