package org.disclosureledger.domain.report;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;

/** The parts of the annual report that are text; the others are tables. */
public enum ReportSection implements Coded {
    OVERVIEW("overview", "总体情况"),
    PROBLEMS("problems", "存在的主要问题及改进情况"),
    OTHER_MATTERS("otherMatters", "其他需要报告的事项");

    private static final Map<String, ReportSection> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ReportSection::id, v -> v));

    private final String id;
    private final String label;

    ReportSection(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    public static ReportSection of(String id) {
        ReportSection found = BY_ID.get(id);
        if (found == null) {
            throw new IllegalArgumentException("unknown ReportSection: " + id);
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
