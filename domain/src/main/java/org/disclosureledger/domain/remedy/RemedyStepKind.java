package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.Coded;

/** What can be done next in an accepted case. */
public enum RemedyStepKind implements Coded {
    CONCLUDE("conclude", "登记审结", "《行政复议法》第六十二条、《行政诉讼法》第八十一条"),
    APPEAL("appeal", "登记二审、发回重审或者再审", "《行政诉讼法》第八十五条、第八十九条、第九十条"),
    CONCLUDE_APPEAL("concludeAppeal", "登记该审级的结果", "《行政诉讼法》第八十八条");

    private final String id;
    private final String label;
    private final String ground;

    RemedyStepKind(String id, String label, String ground) {
        this.id = id;
        this.label = label;
        this.ground = ground;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** The articles that provide for the step. */
    public String ground() {
        return ground;
    }
}
