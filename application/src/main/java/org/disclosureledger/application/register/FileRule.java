package org.disclosureledger.application.register;

import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with a cell before anybody asks what it means. Never quotes personal data or remarks. */
public enum FileRule implements Rule {
    NOT_A_DATE(Severity.FAULT, "“%s”不是日期，请按 2024-03-05 的形式填写"),
    IMPOSSIBLE_DATE(Severity.FAULT, "“%s”不是存在的日期"),
    DATE_OUT_OF_RANGE(Severity.FAULT, "日期“%s”的年份不在1900年至2200年之间"),
    NOT_A_YEAR(Severity.FAULT, "“%s”不是年度，请填写1949至2200之间的四位数字"),
    NOT_AN_AMOUNT(Severity.FAULT, "“%s”不是数量，请填写普通的小数，如 1234.50"),
    UNKNOWN_CODE(Severity.FAULT, "“%s”不是可填的内容，可填：%s"),
    CONTROL_CHARACTER(Severity.FAULT, "含有不可见的控制字符，请删除后重新填写"),
    TOO_LONG(Severity.FAULT, "内容过长，最多%s个字符"),
    ERROR_CELL(Severity.FAULT, "单元格是公式错误值，请改正后再导入"),
    FORMULA_NOT_CALCULATED(Severity.FAULT, "单元格的公式没有保存计算结果，请在 Excel 中重新计算并保存，或改填数值"),
    CELL_WITHOUT_HEADER(Severity.FAULT, "第%s列有内容而没有表头"),
    DIGITS_LOST(Severity.WARNING, "单元格是超过15位的数字，Excel 只保留前15位，后面的数字可能已丢失，请改为文本格式并核对"),
    DATE_IN_TEXT(Severity.WARNING, "单元格是 Excel 日期，已按日期读取，请核对是否应为文本");

    /** Stands for the fact in findings that concern a row as a whole. */
    private final Severity severity;

    private final String sentence;

    FileRule(Severity severity, String sentence) {
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

    Finding onColumn(int column, Object... details) {
        return new Finding(severity, "第" + column + "列", name(), ground(), sentence.formatted(details));
    }
}
