package org.disclosureledger.application.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file one by one, whatever the format: finds the header in the first, reads the others by it. */
final class TableReader implements Consumer<RawRow> {

    private static final int LAST_ROW_SEARCHED = 5;

    private final RegisterLayout layout;
    private final Consumer<StatedRow> rows;
    private @Nullable Header header;
    private @Nullable UnreadableFile headerRefusal;
    private int count;

    TableReader(RegisterLayout layout, Consumer<StatedRow> rows) {
        this.layout = layout;
        this.rows = rows;
    }

    @Override
    public void accept(RawRow row) {
        refuseTooLarge(row);
        if (row.isEmpty()) {
            return;
        }
        if (header == null) {
            header = findHeader(row);
        } else {
            StatedRow stated = state(header, row);
            count++;
            try {
                rows.accept(stated);
            } catch (RuntimeException e) {
                throw new ConsumerFailed(e);
            }
        }
    }

    /** Number of rows below the header. */
    int finish() {
        if (headerRefusal != null) {
            throw headerRefusal;
        }
        if (header == null) {
            throw new UnreadableFile(UnreadableFile.Reason.EMPTY, "文件是空的，没有表头也没有内容");
        }
        return count;
    }

    private @Nullable Header findHeader(RawRow row) {
        Header candidate = new Header(layout, row);
        if (row.number() == 1) {
            if (candidate.isComplete()) {
                candidate.refuseDuplicates();
                return candidate;
            }
            headerRefusal = candidate.refusal();
        } else if (row.number() <= LAST_ROW_SEARCHED && candidate.isComplete()) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.HEADER_NOT_FIRST,
                    "表头应在第1行，文件中在第" + row.number() + "行，请删除表头上方的内容",
                    row.number(),
                    null);
        } else if (headerRefusal == null) {
            headerRefusal = new Header(layout, new RawRow(1, List.of())).refusal();
        }
        if (row.number() >= LAST_ROW_SEARCHED && headerRefusal != null) {
            throw headerRefusal;
        }
        return null;
    }

    private static StatedRow state(Header header, RawRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> remarks = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        FactReader reader = new FactReader(findings);
        for (int i = 0; i < row.cells().size(); i++) {
            RawCell cell = row.cell(i);
            Header.Column column = header.column(i);
            if (column.fact() != null) {
                String value = reader.read(column.fact(), cell);
                if (value != null) {
                    values.put(column.fact().id(), value);
                }
            } else if (column.remark() != null) {
                String value = reader.readRemark(column.remark(), cell);
                if (value != null) {
                    remarks.put(column.remark(), value);
                }
            } else if (!cell.isEmpty()) {
                findings.add(FileRule.CELL_WITHOUT_HEADER.onColumn(i + 1, i + 1));
            }
        }
        return new StatedRow(row.number(), values, remarks, findings);
    }

    private static void refuseTooLarge(RawRow row) {
        if (row.number() > RawRow.MOST_ROWS) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.TOO_MANY_ROWS, "文件超过" + RawRow.MOST_ROWS + "行，请分成几个文件导入", row.number(), null);
        }
        for (int i = 0; i < row.cells().size(); i++) {
            if (i >= RawRow.MOST_COLUMNS && !row.cell(i).isEmpty()) {
                throw new UnreadableFile(
                        UnreadableFile.Reason.TOO_MANY_COLUMNS,
                        "文件超过" + RawRow.MOST_COLUMNS + "列",
                        row.number(),
                        i + 1);
            }
            if (row.cell(i).text().length() > RawRow.LONGEST_CELL) {
                throw new UnreadableFile(
                        UnreadableFile.Reason.CELL_TOO_LONG,
                        "第" + row.number() + "行第" + (i + 1) + "列的内容超过" + RawRow.LONGEST_CELL + "个字符",
                        row.number(),
                        i + 1);
            }
        }
    }

    /** Carries a failure of whoever receives the rows past the parsers, so that the file is not blamed for it. */
    static final class ConsumerFailed extends RuntimeException {

        private final RuntimeException failure;

        ConsumerFailed(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }

        RuntimeException failure() {
            return failure;
        }
    }
}
