package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.Coded;

/**
 * A way to count. What it means never changes: another meaning gets another version, and figures that were counted by
 * the earlier one stay what they are.
 */
public enum CountingChoice implements Coded {
    ONE_CHAIN(
            "oneChain",
            CountingRule.REMEDY_INSTANCES,
            "一案一件",
            "一个案件连同它的二审、重审、再审，每年至多计一件：年末还有审级没有审结的，计入尚未审结；否则以本年内最后生效的结果计入。"),
    EACH_INSTANCE(
            "eachInstance",
            CountingRule.REMEDY_INSTANCES,
            "一审级一件",
            "一审、二审、重审、再审各算一件：每一审级在审结的年度计入它的结果，审结以前的每个年末计入尚未审结。"),
    FIRST_ANSWER("firstAnswer", CountingRule.REQUEST_REANSWER, "以首次答复为准", "申请按首次答复的结果和年度计入；复议、判决以后或者自行纠正的重新答复不改变任何数字。"),
    LATEST_ANSWER(
            "latestAnswer",
            CountingRule.REQUEST_REANSWER,
            "以最后答复为准",
            "申请按最后一次答复的结果和年度计入；首次答复不再计入，从首次答复到最后答复之间的年末计入结转。");

    private static final int FIRST_VERSION = 1;

    private final String id;
    private final CountingRule rule;
    private final String label;
    private final String meaning;

    CountingChoice(String id, CountingRule rule, String label, String meaning) {
        this.id = id;
        this.rule = rule;
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    public CountingRule rule() {
        return rule;
    }

    /** The version that is chosen now. */
    public int version() {
        return FIRST_VERSION;
    }

    /** What is counted, in Chinese. */
    public String meaning() {
        return meaning;
    }
}
