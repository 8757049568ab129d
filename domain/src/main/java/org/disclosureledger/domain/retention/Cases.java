package org.disclosureledger.domain.retention;

import java.util.Collection;
import java.util.List;

/** Identifiers of cases as events hold them: in one text, a blank between each two. */
public final class Cases {

    private Cases() {}

    public static String text(Collection<String> caseIds) {
        return String.join(" ", caseIds);
    }

    public static List<String> of(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
