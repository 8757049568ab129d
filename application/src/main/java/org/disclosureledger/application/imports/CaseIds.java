package org.disclosureledger.application.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.domain.register.Fact;
import org.jspecify.annotations.Nullable;

/** Which case a row is about: told by what identifies a row within its register and organ. */
final class CaseIds {

    private CaseIds() {}

    /** Null when the row does not say what identifies it. */
    static @Nullable UUID of(Identifiers identifiers, RegisterLayout register, String organ, StatedRow row) {
        List<String> parts = new ArrayList<>();
        for (Fact key : register.keyFacts()) {
            String part = row.values().get(key.id());
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return identifiers.of(register.id(), organ, String.join("\n", parts));
    }
}
