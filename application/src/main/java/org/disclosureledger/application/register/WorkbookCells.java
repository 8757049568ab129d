package org.disclosureledger.application.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * The cells of some sheets of a workbook that nobody vouches for, by sheet and place; read like a register, with the same
 * limits.
 */
public final class WorkbookCells {

    private static final int MOST_ROWS = 1_000;

    /** @param row of the sheet, from 0 */
    private record Place(String sheet, int row, int column) {}

    private final Map<Place, RawCell> cells = new HashMap<>();
    private final Set<String> wanted;
    private int rows;

    private WorkbookCells(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * @param sheets names of the sheets that are wanted
     * @throws UnreadableFile when it is no workbook, or one that is not to be trusted
     */
    public static WorkbookCells read(Path file, Set<String> sheets) {
        WorkbookCells read = new WorkbookCells(sheets);
        try {
            if (FileKind.of(file) != FileKind.WORKBOOK) {
                throw new UnreadableFile(
                        UnreadableFile.Reason.OTHER_KIND_OF_FILE, "这不是 Excel 工作簿（.xlsx），请下载空白表填写，或者上传 JSON");
            }
            XlsxRows.readSheets(file, name -> read.wanted.contains(name) ? row -> read.take(name, row) : null);
            return read;
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | SAXException | RuntimeException e) {
            throw UnreadableFile.damaged();
        }
    }

    private void take(String sheet, RawRow row) {
        if (++rows > MOST_ROWS) {
            throw new UnreadableFile(UnreadableFile.Reason.TOO_MANY_ROWS, "工作簿的行数超过" + MOST_ROWS + "行，不是年度报表");
        }
        for (int column = 0; column < row.cells().size(); column++) {
            RawCell cell = row.cell(column);
            if (!cell.isEmpty()) {
                cells.put(new Place(sheet, row.number() - 1, column), cell);
            }
        }
    }

    public boolean hasSheet(String sheet) {
        return cells.keySet().stream().anyMatch(place -> place.sheet().equals(sheet));
    }

    /**
     * The text or the number that stands there; null for an empty cell.
     *
     * @param row from 0
     * @param column from 0
     * @throws UnreadableFile when it holds an error, a formula that was never calculated, or more digits than Excel keeps
     */
    public @Nullable String text(String sheet, int row, int column) {
        RawCell cell = cells.get(new Place(sheet, row, column));
        if (cell == null) {
            return null;
        }
        return switch (cell.kind()) {
            case TEXT, NUMBER, DATE -> cell.text().strip();
            case ERROR, UNCALCULATED, LONG_NUMBER ->
                throw new UnreadableFile(
                        UnreadableFile.Reason.DAMAGED,
                        "“" + sheet + "”第" + (row + 1) + "行第" + (column + 1) + "列不是可以读取的数，请填写数字",
                        row + 1,
                        column + 1);
        };
    }
}
