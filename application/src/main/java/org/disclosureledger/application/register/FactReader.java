package org.disclosureledger.application.register;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** Brings one cell to the canonical value of its fact, or says why it cannot. */
final class FactReader {

    static final int LONGEST_REMARK = 5_000;

    private static final int LONGEST_QUOTE = 40;
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年?");
    private static final Pattern AMOUNT = Pattern.compile("-?(?:\\d{1,30}|\\d{1,3}(?:,\\d{3}){1,9})(?:\\.\\d{1,30})?");

    private final List<Finding> findings;

    FactReader(List<Finding> findings) {
        this.findings = findings;
    }

    /** Null when the cell is empty or faulty; then the findings say so. */
    @Nullable String read(Fact fact, RawCell cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.kind() == RawCell.Kind.ERROR) {
            return fault(FileRule.ERROR_CELL.on(fact));
        }
        if (cell.kind() == RawCell.Kind.UNCALCULATED) {
            return fault(FileRule.FORMULA_NOT_CALCULATED.on(fact));
        }
        return switch (fact.type()) {
            case DATE -> date(fact, cell);
            case CODE -> code(fact, cell.text());
            case YEAR -> year(fact, cell.text());
            case AMOUNT -> amount(fact, cell.text());
            case TEXT, SEALED -> text(fact, cell);
        };
    }

    /** Null when the cell is empty or faulty; then the findings say so. */
    @Nullable String readRemark(String header, RawCell cell) {
        String remark = Facts.REMARK + header;
        String text = Text.canonical(cell.text());
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.kind() == RawCell.Kind.ERROR) {
            return fault(FileRule.ERROR_CELL.onField(remark));
        }
        if (cell.kind() == RawCell.Kind.UNCALCULATED) {
            return fault(FileRule.FORMULA_NOT_CALCULATED.onField(remark));
        }
        if (Text.hasControlCharacter(text)) {
            return fault(FileRule.CONTROL_CHARACTER.onField(remark));
        }
        if (text.codePointCount(0, text.length()) > LONGEST_REMARK) {
            return fault(FileRule.TOO_LONG.onField(remark, LONGEST_REMARK));
        }
        if (cell.kind() == RawCell.Kind.LONG_NUMBER) {
            findings.add(FileRule.DIGITS_LOST.onField(remark));
        }
        return text;
    }

    private @Nullable String date(Fact fact, RawCell cell) {
        String text = plain(cell.text());
        boolean number = cell.kind() == RawCell.Kind.NUMBER || cell.kind() == RawCell.Kind.LONG_NUMBER;
        LocalDate date;
        try {
            date = number ? null : WrittenDate.find(text);
        } catch (DateTimeException e) {
            return fault(FileRule.IMPOSSIBLE_DATE.on(fact, quoted(text)));
        }
        if (date == null) {
            return fault(FileRule.NOT_A_DATE.on(fact, quoted(text)));
        }
        boolean inRange = date.getYear() >= 1900 && date.getYear() <= 2200;
        return inRange ? date.toString() : fault(FileRule.DATE_OUT_OF_RANGE.on(fact, quoted(text)));
    }

    private @Nullable String code(Fact fact, String text) {
        Codes codes = Codes.of(fact);
        String id = codes.find(text);
        return id == null ? fault(FileRule.UNKNOWN_CODE.on(fact, quoted(plain(text)), codes.hint())) : id;
    }

    private @Nullable String year(Fact fact, String text) {
        String plain = plain(text);
        Matcher year = YEAR.matcher(plain);
        boolean possible = year.matches() && number(year, 1) >= 1949 && number(year, 1) <= 2200;
        return possible ? year.group(1) : fault(FileRule.NOT_A_YEAR.on(fact, quoted(plain)));
    }

    private @Nullable String amount(Fact fact, String text) {
        String plain = plain(text);
        if (!AMOUNT.matcher(plain).matches()) {
            return fault(FileRule.NOT_AN_AMOUNT.on(fact, quoted(plain)));
        }
        return new BigDecimal(plain.replace(",", "")).toPlainString();
    }

    private @Nullable String text(Fact fact, RawCell cell) {
        String text = Text.canonical(cell.text());
        if (Text.hasControlCharacter(text)) {
            return fault(FileRule.CONTROL_CHARACTER.on(fact));
        }
        if (text.codePointCount(0, text.length()) > longest(fact)) {
            return fault(FileRule.TOO_LONG.on(fact, longest(fact)));
        }
        if (cell.kind() == RawCell.Kind.LONG_NUMBER) {
            findings.add(FileRule.DIGITS_LOST.on(fact));
        }
        if (cell.kind() == RawCell.Kind.DATE) {
            findings.add(FileRule.DATE_IN_TEXT.on(fact));
        }
        return text;
    }

    private static int longest(Fact fact) {
        return switch (fact.id()) {
            case "registrationNumber", "caseNumber", "documentNumber", "publicationNumber", "instanceNumber" -> 100;
            case "title", "place" -> 500;
            case "what", "ground", "reason" -> 2_000;
            case "content" -> 20_000;
            default -> 200;
        };
    }

    private @Nullable String fault(Finding finding) {
        findings.add(finding);
        return null;
    }

    private static String plain(String text) {
        return Text.canonical(Text.halfWidth(text));
    }

    private static String quoted(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
