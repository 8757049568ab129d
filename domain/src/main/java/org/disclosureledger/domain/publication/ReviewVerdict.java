package org.disclosureledger.domain.publication;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** What a review before publication ends in (art. 17; in part by analogy with art. 37). */
public enum ReviewVerdict implements Coded {
    PUBLISH("publish", "可以公开"),
    PUBLISH_IN_PART("publishInPart", "区分处理后部分公开"),
    DO_NOT_PUBLISH("doNotPublish", "不予公开"),
    REFERRED("referred", "报有关部门确定");

    private static final Map<String, ReviewVerdict> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReviewVerdict::id, v -> v));

    private final String id;
    private final String label;

    ReviewVerdict(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static ReviewVerdict of(String id) {
        ReviewVerdict found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown ReviewVerdict: " + id);
        }
        return found;
    }

    /** Whether the information may be published, wholly or in part. */
    public boolean isFavourable() {
        return this == PUBLISH || this == PUBLISH_IN_PART;
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
