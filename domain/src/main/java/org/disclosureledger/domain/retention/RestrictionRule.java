package org.disclosureledger.domain.retention;

import java.time.LocalDate;
import org.disclosureledger.domain.Coded;

/**
 * From when on personal data of a closed case is only kept and no longer shown (《中华人民共和国个人信息保护法》第四十七条第二款). Each
 * version stays, so that it can be told later by which one a case was restricted.
 */
public enum RestrictionRule implements Coded {

    /**
     * Some months after the latest answer, or after the end of the latest instance of a remedy. Whatever is open again,
     * be it the request or a remedy against its answer, is not restricted.
     */
    AFTER_THE_END_2026("afterTheEnd-2026", "自最近一次答复（复议、诉讼自最后一个审级结案）之日起满规定的月数，而且没有重新办理、没有在办的复议和诉讼");

    /** What is proposed to an organ: longer than the six months within which an answer can be sued for. */
    public static final int PROPOSED_MONTHS = 12;

    private final String id;
    private final String label;

    RestrictionRule(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** The last day of an end that is restricted on this day. */
    public LocalDate lastEnd(LocalDate today, int months) {
        return today.minusMonths(months);
    }

    /** The first day on which what ended on this day is restricted. */
    public LocalDate from(LocalDate ended, int months) {
        LocalDate day = ended.plusMonths(months);
        return day.getDayOfMonth() == ended.getDayOfMonth() ? day : day.plusDays(1);
    }
}
