package org.disclosureledger.application.rebuild;

/** What became of a rebuild, or of one projector's part of it. */
public enum RebuildState {
    RUNNING("正在重建"),
    INTERRUPTED("中断"),
    AGREED("与现有各表相同"),
    SWAPPED("已换上"),
    DIFFERENT("与现有各表不同"),
    FAILED("没能重建");

    private final String label;

    RebuildState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean resumable() {
        return this == INTERRUPTED || this == FAILED;
    }

    boolean swappable() {
        return this == AGREED || this == DIFFERENT;
    }
}
