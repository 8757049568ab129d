package org.disclosureledger.application.office;

/** The typefaces of official documents. */
public enum Typeface {
    TITLE("方正小标宋简体", "华文中宋", "Times New Roman"),
    HEADING("黑体", "SimHei", "Times New Roman"),
    SUBHEADING("楷体_GB2312", "楷体", "Times New Roman"),
    BODY("仿宋_GB2312", "仿宋", "Times New Roman"),
    TABLE("宋体", "SimSun", "Times New Roman");

    /** As official documents name it. */
    private final String chinese;

    /** One that a computer without it is likely to have. */
    private final String instead;

    /** For digits and letters. */
    private final String western;

    Typeface(String chinese, String instead, String western) {
        this.chinese = chinese;
        this.instead = instead;
        this.western = western;
    }

    public String chinese() {
        return chinese;
    }

    String instead() {
        return instead;
    }

    public String western() {
        return western;
    }
}
