package org.disclosureledger.application.report;

/** How long an answer took, in working days: one to four weeks, the extended period, and longer (art. 33). */
public enum AnswerBand {
    UP_TO_5("upTo5", "5日以内", 5),
    UP_TO_10("6to10", "6—10日", 10),
    UP_TO_15("11to15", "11—15日", 15),
    UP_TO_20("16to20", "16—20日", 20),
    UP_TO_40("21to40", "21—40日", 40),
    LONGER("over40", "超过40日", Integer.MAX_VALUE);

    private final String id;
    private final String label;
    private final int last;

    AnswerBand(String id, String label, int last) {
        this.id = id;
        this.label = label;
        this.last = last;
    }

    public static AnswerBand of(int workingDays) {
        for (AnswerBand band : values()) {
            if (workingDays <= band.last) {
                return band;
            }
        }
        throw new IllegalStateException("the last band has no end");
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }
}
