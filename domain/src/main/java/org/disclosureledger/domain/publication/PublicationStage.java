package org.disclosureledger.domain.publication;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** Where published information stands, for lists. */
public enum PublicationStage implements Coded {
    PREPARED("prepared", "待审查"),
    APPROVED("approved", "待公开"),
    REFUSED("refused", "不予公开"),
    PUBLISHED("published", "已公开"),
    WITHDRAWN("withdrawn", "已撤回");

    private static final Map<String, PublicationStage> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PublicationStage::id, v -> v));

    private final String id;
    private final String label;

    PublicationStage(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static PublicationStage of(String id) {
        PublicationStage found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown PublicationStage: " + id);
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
