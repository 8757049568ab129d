package org.disclosureledger.domain.remedy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** How a remedy ended (table 四). */
public enum RemedyResult implements Coded {
    UPHELD("upheld", "维持"),
    CORRECTED("corrected", "纠正"),
    OTHER("other", "其他");

    private static final Map<String, RemedyResult> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RemedyResult::id, v -> v));

    private final String id;
    private final String label;

    RemedyResult(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static RemedyResult of(String id) {
        RemedyResult found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown RemedyResult: " + id);
        }
        return found;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }
}
