package org.disclosureledger.application.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** One worksheet, row by row. */
final class SheetReader extends XmlHandler {

    /** Excel keeps this many digits of a number; more are noise of the binary representation. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);

    private static final double FIRST_LONG_NUMBER = 1e15;
    private static final double END_OF_DATES = 2_958_466;

    private final @Nullable SharedStrings strings;
    private final CellStyles styles;
    private final boolean since1904;
    private final Consumer<RawRow> rows;

    private boolean inData;
    private boolean hasData;
    private int row;
    private int column;
    private String type = "";
    private int style;
    private boolean formula;
    private boolean valued;
    private boolean phonetic;
    private List<RawCell> cells = new ArrayList<>();

    SheetReader(@Nullable SharedStrings strings, CellStyles styles, boolean since1904, Consumer<RawRow> rows) {
        this.strings = strings;
        this.styles = styles;
        this.since1904 = since1904;
        this.rows = rows;
    }

    boolean hasData() {
        return hasData;
    }

    @Override
    void started(String name, Attributes attributes) {
        if (name.equals("sheetData")) {
            inData = true;
        } else if (inData) {
            switch (name) {
                case "row" -> startRow(attribute(attributes, "r"));
                case "c" -> startCell(attributes);
                case "f" -> formula = true;
                case "v" -> {
                    valued = true;
                    collect(true);
                }
                case "rPh" -> phonetic = true;
                case "t" -> collect(!phonetic);
                default -> {}
            }
        }
    }

    @Override
    void ended(String name) {
        if (inData) {
            switch (name) {
                case "sheetData" -> inData = false;
                case "row" -> endRow();
                case "c" -> endCell();
                case "v", "t" -> collect(false);
                case "rPh" -> phonetic = false;
                default -> {}
            }
        }
    }

    @Override
    UnreadableFile tooLong() {
        return new UnreadableFile(
                UnreadableFile.Reason.CELL_TOO_LONG,
                "第" + row + "行第" + (column + 1) + "列的内容超过" + RawRow.LONGEST_CELL + "个字符",
                row,
                column + 1);
    }

    private void startRow(@Nullable String reference) {
        int next = reference == null ? row + 1 : Integer.parseInt(reference);
        if (next <= row) {
            throw UnreadableFile.damaged();
        }
        row = next;
        column = -1;
        cells = new ArrayList<>();
    }

    private void startCell(Attributes attributes) {
        String reference = attribute(attributes, "r");
        int next = reference == null ? column + 1 : new CellReference(reference).getCol();
        if (next <= column) {
            throw UnreadableFile.damaged();
        }
        column = next;
        String kind = attribute(attributes, "t");
        type = kind == null ? "n" : kind;
        String format = attribute(attributes, "s");
        style = format == null ? 0 : Integer.parseInt(format);
        formula = false;
        valued = false;
        takeText();
    }

    private void endCell() {
        RawCell cell = cell(takeText());
        if (cell.isEmpty()) {
            return;
        }
        if (column >= RawRow.MOST_COLUMNS) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.TOO_MANY_COLUMNS, "文件超过" + RawRow.MOST_COLUMNS + "列", row, column + 1);
        }
        while (cells.size() < column) {
            cells.add(RawCell.EMPTY);
        }
        cells.add(cell);
    }

    private void endRow() {
        if (!cells.isEmpty()) {
            hasData = true;
            rows.accept(new RawRow(row, cells));
        }
    }

    private RawCell cell(String text) {
        if (formula && (!valued || (text.isEmpty() && type.equals("n")))) {
            return new RawCell(RawCell.Kind.UNCALCULATED, "");
        }
        if (text.isEmpty()) {
            return RawCell.EMPTY;
        }
        return switch (type) {
            case "s" -> RawCell.text(shared(text));
            case "str", "inlineStr" -> RawCell.text(ExcelText.decode(text));
            case "b" -> RawCell.text(text.equals("1") || text.equals("true") ? "true" : "false");
            case "e" -> new RawCell(RawCell.Kind.ERROR, "");
            case "d" -> isoDate(text);
            default -> number(Double.parseDouble(text));
        };
    }

    private String shared(String index) {
        if (strings == null) {
            throw UnreadableFile.damaged();
        }
        try {
            return strings.get(Integer.parseInt(index.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawCell number(double value) {
        if (!Double.isFinite(value)) {
            throw UnreadableFile.damaged();
        }
        if (styles.isDate(style) && value >= 0 && value < END_OF_DATES) {
            return date(DateUtil.getLocalDateTime(value, since1904, true));
        }
        String plain = value == 0
                ? "0"
                : new BigDecimal(value).round(EXCEL_DIGITS).stripTrailingZeros().toPlainString();
        if (Math.abs(value) >= FIRST_LONG_NUMBER) {
            return new RawCell(RawCell.Kind.LONG_NUMBER, plain);
        }
        boolean whole = plain.chars().allMatch(Character::isDigit);
        int zeros = whole ? styles.leastDigits(style) - plain.length() : 0;
        return new RawCell(RawCell.Kind.NUMBER, "0".repeat(Math.max(0, zeros)) + plain);
    }

    /** Dates as ISO 8601 text, which only the strict form of the format has. */
    private static RawCell isoDate(String text) {
        try {
            return text.length() <= 10
                    ? date(LocalDate.parse(text).atStartOfDay())
                    : date(LocalDateTime.parse(text.replace("Z", "")));
        } catch (DateTimeParseException e) {
            return RawCell.text(text);
        }
    }

    private static RawCell date(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime().withNano(0);
        String day = moment.toLocalDate().toString();
        return new RawCell(RawCell.Kind.DATE, time.equals(LocalTime.MIDNIGHT) ? day : day + " " + time);
    }
}
