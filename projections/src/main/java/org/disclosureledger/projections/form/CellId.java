package org.disclosureledger.projections.form;

/** A figure's stable address: table, row and column, as in the JSON of the annual tables. */
public record CellId(String table, String row, String column) {

    @Override
    public String toString() {
        return table + "/" + row + "/" + column;
    }
}
