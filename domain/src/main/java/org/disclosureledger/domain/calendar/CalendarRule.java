package org.disclosureledger.domain.calendar;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with, or unusual about, a notice of holidays. */
public enum CalendarRule implements Rule {
    YEAR_IMPROBABLE(Severity.FAULT, "《全国年节及纪念日放假办法》第二条", "年度应在 2000 年至 2100 年之间"),
    NOTICE_NUMBER_MISSING(Severity.FAULT, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "请填写通知的文号"),
    NOTICE_IN_THE_FUTURE(Severity.FAULT, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "通知日期%s在今天之后"),
    NO_DAY_OFF(Severity.FAULT, "《全国年节及纪念日放假办法》第二条", "没有放假的日期"),
    DAY_OF_ANOTHER_YEAR(Severity.FAULT, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "%s不在 %s 年"),
    OFF_AND_WORKED(Severity.FAULT, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "%s既放假又上班"),
    WORKED_ANYWAY(Severity.FAULT, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "%s是星期一至星期五，不需要调休上班"),
    REPLACES_A_NOTICE(Severity.WARNING, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "%s 年已有放假通知（%s），现以这次的为准，原来的仍保留在历史中"),
    FEWER_THAN_THE_STATUTORY_HOLIDAYS(Severity.WARNING, "《全国年节及纪念日放假办法》第二条", "放假的日期只有 %s 天，法定节假日不少于 11 天，请核对"),
    NOTHING_CHANGES(Severity.FAULT, "《全国年节及纪念日放假办法》第二条、国务院办公厅节假日安排通知", "%s原来就是这样安排的");

    private final Severity severity;
    private final String ground;
    private final String sentence;

    CalendarRule(Severity severity, String ground, String sentence) {
        this.severity = severity;
        this.ground = ground;
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String ground() {
        return ground;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
