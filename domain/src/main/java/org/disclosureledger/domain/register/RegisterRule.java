package org.disclosureledger.domain.register;

/** Rules that hold in every register. */
public enum RegisterRule implements Rule {
    REQUIRED(Severity.FAULT, "必填"),
    CONTRADICTS_RECORD(Severity.FAULT, "与已登记内容不一致%s；如确属更正，请选择“按更正导入”"),
    FUTURE_DATE(Severity.FAULT, "日期%s在今天之后"),
    FUTURE_DATE_IMPORTED(Severity.WARNING, "日期%s在今天之后，请核对"),
    RESULT_WITHOUT_DATE(Severity.FAULT, "有结果而没有日期，两者须同时填写"),
    DATE_WITHOUT_RESULT(Severity.FAULT, "有日期而没有结果，两者须同时填写"),
    IMPROBABLE_YEAR(Severity.FAULT, "日期%s不在可能的范围内（1949年以后）");

    private final Severity severity;
    private final String sentence;

    RegisterRule(Severity severity, String sentence) {
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String ground() {
        return "登记台账格式";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
