package org.disclosureledger.projections.form;

import java.util.List;

/**
 * A table as the form prints it, row by row; a cell that spans is given once, at its upper left corner.
 *
 * @param id short identifier, e.g. {@code requests}
 * @param part the heading of the report's part that it stands in, e.g. 三、收到和处理政府信息公开申请情况
 * @param headerRows how many rows from the top are headings
 * @param widths relative width of each column
 */
public record PrintedTable(
        String id, String part, int headerRows, List<Integer> widths, List<List<PrintedCell>> rows) {}
