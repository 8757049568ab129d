package org.disclosureledger.application.register;

import java.util.List;

/** @param number as Excel shows it */
record RawRow(int number, List<RawCell> cells) {

    static final int MOST_ROWS = 1_048_576;
    static final int MOST_COLUMNS = 256;
    static final int LONGEST_CELL = 32_767;

    boolean isEmpty() {
        return cells.stream().allMatch(RawCell::isEmpty);
    }

    RawCell cell(int index) {
        return index < cells.size() ? cells.get(index) : RawCell.EMPTY;
    }
}
