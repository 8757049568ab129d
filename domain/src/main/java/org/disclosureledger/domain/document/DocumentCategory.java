package org.disclosureledger.domain.document;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** What table 二 counts under art. 20(1). */
public enum DocumentCategory implements Coded {
    REGULATION("regulation", "规章"),
    NORMATIVE_DOCUMENT("normativeDocument", "行政规范性文件");

    private static final Map<String, DocumentCategory> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DocumentCategory::id, v -> v));

    private final String id;
    private final String label;

    DocumentCategory(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static DocumentCategory of(String id) {
        DocumentCategory found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown DocumentCategory: " + id);
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
