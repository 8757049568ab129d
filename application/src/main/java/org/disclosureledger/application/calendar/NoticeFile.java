package org.disclosureledger.application.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.disclosureledger.domain.calendar.CalendarRule;
import org.disclosureledger.domain.calendar.Days;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;

/**
 * A file of holidays: one day a line, {@code 日期,类别,通知文号}, with 放假 or 上班 as its kind. The first line may be those
 * headers. The days of each year become one notice.
 *
 * @param faults what cannot be read, with the number of its line
 */
record NoticeFile(List<Year> years, List<Finding> faults) {

    private static final String OFF = "放假";
    private static final String WORKED = "上班";
    private static final int MOST_LINES = 5_000;

    /** What the file says of a year. */
    record Year(int year, String number, Days off, Days worked) {}

    private static final class Collected {
        private String number = "";
        private final List<LocalDate> off = new ArrayList<>();
        private final List<LocalDate> worked = new ArrayList<>();
    }

    static NoticeFile read(String text) {
        TreeMap<Integer, Collected> years = new TreeMap<>();
        List<Finding> faults = new ArrayList<>();
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.size() > MOST_LINES) {
            return new NoticeFile(List.of(), List.of(fault(MOST_LINES + 1, "最多 " + MOST_LINES + " 行")));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || (i == 0 && line.startsWith("日期"))) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length < 3) {
                faults.add(fault(i + 1, "应为三栏：日期,类别,通知文号"));
                continue;
            }
            String kind = cells[1].strip();
            if (!kind.equals(OFF) && !kind.equals(WORKED)) {
                faults.add(fault(i + 1, "类别应为“放假”或者“上班”"));
                continue;
            }
            try {
                LocalDate day = LocalDate.parse(cells[0].strip());
                Collected of = years.computeIfAbsent(day.getYear(), y -> new Collected());
                String number = cells[2].strip();
                if (!of.number.isEmpty() && !of.number.equals(number)) {
                    faults.add(fault(i + 1, "同一年度的通知文号前后不一致：" + of.number));
                }
                of.number = number;
                (kind.equals(OFF) ? of.off : of.worked).add(day);
            } catch (DateTimeException e) {
                faults.add(fault(i + 1, "日期应写成 2027-01-01"));
            }
        }
        if (years.isEmpty() && faults.isEmpty()) {
            faults.add(fault(1, "文件里没有日期"));
        }
        return new NoticeFile(
                years.entrySet().stream()
                        .map(e -> new Year(
                                e.getKey(),
                                e.getValue().number,
                                Days.of(e.getValue().off),
                                Days.of(e.getValue().worked)))
                        .toList(),
                faults);
    }

    private static Finding fault(int line, String sentence) {
        return new Finding(
                Severity.FAULT,
                "line" + line,
                "UNREADABLE_LINE",
                CalendarRule.NO_DAY_OFF.ground(),
                "第 " + line + " 行：" + sentence);
    }
}
