package org.disclosureledger.application.calendar;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.disclosureledger.application.register.FormulaGuard;
import org.disclosureledger.domain.calendar.CalendarRule;
import org.disclosureledger.domain.calendar.Days;
import org.disclosureledger.domain.calendar.WorkingDays;
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
        if (text.lines().count() > MOST_LINES) {
            return new NoticeFile(List.of(), List.of(fault(MOST_LINES + 1, "最多 " + MOST_LINES + " 行")));
        }
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text.replace("\uFEFF", ""))) {
            for (CsvRecord line : records) {
                if (line.getStartingLineNumber() > 1
                        || !line.getField(0).strip().startsWith("日期")) {
                    take(line, years, faults);
                }
            }
        } catch (CsvParseException e) {
            faults.add(fault(text.lines().count(), "引号没有成对"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static void take(CsvRecord line, TreeMap<Integer, Collected> years, List<Finding> faults) {
        long at = line.getStartingLineNumber();
        if (line.getFieldCount() < 3) {
            faults.add(fault(at, "应为三栏：日期,类别,通知文号"));
            return;
        }
        String kind = line.getField(1).strip();
        if (!kind.equals(OFF) && !kind.equals(WORKED)) {
            faults.add(fault(at, "类别应为“放假”或者“上班”"));
            return;
        }
        try {
            LocalDate day = LocalDate.parse(line.getField(0).strip());
            Collected of = years.computeIfAbsent(day.getYear(), y -> new Collected());
            String number = FormulaGuard.unguard(line.getField(2)).strip();
            if (!of.number.isEmpty() && !of.number.equals(number)) {
                faults.add(fault(at, "同一年度的通知文号前后不一致：" + of.number));
            }
            of.number = number;
            (kind.equals(OFF) ? of.off : of.worked).add(day);
        } catch (DateTimeException e) {
            faults.add(fault(at, "日期应写成 2027-01-01"));
        }
    }

    /** All days that notices name, as a file that can be read again. */
    static String write(WorkingDays days) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("日期", "类别", "通知文号");
            days.notices()
                    .keySet()
                    .forEach(year -> days.named(year)
                            .forEach((day, named) -> csv.writeRecord(
                                    day.toString(),
                                    named.worked() ? WORKED : OFF,
                                    FormulaGuard.guard(named.notice()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Finding fault(long line, String sentence) {
        return new Finding(
                Severity.FAULT,
                "line" + line,
                "UNREADABLE_LINE",
                CalendarRule.NO_DAY_OFF.ground(),
                "第 " + line + " 行：" + sentence);
    }
}
