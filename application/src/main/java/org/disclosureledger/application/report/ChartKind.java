package org.disclosureledger.application.report;

import java.util.Arrays;
import java.util.Optional;

/** The charts that go with an annual report. */
public enum ChartKind {
    RECEIVED_BY_MONTH("receivedByMonth", "各月收到的政府信息公开申请", Shape.COLUMNS),
    RESULT_GROUPS("resultGroups", "办理结果（按类）", Shape.BARS),
    RESULTS("results", "办理结果（逐项）", Shape.BARS),
    APPLICANT_KINDS("applicantKinds", "新收申请的申请人类型", Shape.BARS),
    DAYS_TO_ANSWER("daysToAnswer", "答复用时（工作日）", Shape.COLUMNS),
    FIVE_YEARS("fiveYears", "近五年情况", Shape.PANELS);

    /** How a chart is drawn. */
    enum Shape {
        /** One beside the other, from left to right, as time runs. */
        COLUMNS,
        /** One below the other, for names that need room. */
        BARS,
        /** A small chart for each series, as their sizes differ too much for one scale. */
        PANELS
    }

    private final String id;
    private final String label;
    private final Shape shape;

    ChartKind(String id, String label, Shape shape) {
        this.id = id;
        this.label = label;
        this.shape = shape;
    }

    public static Optional<ChartKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    Shape shape() {
        return shape;
    }
}
