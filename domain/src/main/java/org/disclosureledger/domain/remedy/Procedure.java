package org.disclosureledger.domain.remedy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** The proceedings of table 四. */
public enum Procedure implements Coded {
    RECONSIDERATION("reconsideration", "行政复议"),
    LITIGATION("litigation", "行政诉讼");

    private static final Map<String, Procedure> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Procedure::id, v -> v));

    private final String id;
    private final String label;

    Procedure(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static Procedure of(String id) {
        Procedure found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown Procedure: " + id);
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
