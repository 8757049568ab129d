package org.disclosureledger.application.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.application.register.UnreadableFile;
import org.disclosureledger.application.register.WorkbookCells;
import org.disclosureledger.application.report.FormWalk.Placed;
import org.disclosureledger.application.report.FormWalk.Sheet;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/**
 * Reads back the tables of a workbook that {@link XlsxReport} wrote, or somebody filled in its place. Every label must stand
 * where the form has it: a figure under another label would be another figure.
 */
public final class XlsxTables {

    /** A figure as it stands in a file. */
    public record Written(String text, String place) {}

    private XlsxTables() {}

    /** That the workbook is not of the form. */
    public static final class OtherShape extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OtherShape(String sentence) {
            super(sentence);
        }
    }

    /**
     * The texts of the cells that are filled; whether they are figures is for others to say.
     *
     * @param shape tables of the form that the workbook should have; their figures do not matter
     * @throws UnreadableFile when it is no workbook that can be read
     * @throws OtherShape when a sheet or a label is not where it should be
     */
    public static Map<CellId, Written> read(Path file, AnnualTables shape) {
        var sheets = FormWalk.of(shape);
        Set<String> names = sheets.stream()
                .map(sheet -> XlsxReport.sheetName(sheet.table().id()))
                .collect(Collectors.toSet());
        WorkbookCells cells = WorkbookCells.read(file, names);
        Map<CellId, Written> written = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            String name = XlsxReport.sheetName(sheet.table().id());
            if (!cells.hasSheet(name)) {
                throw new OtherShape("工作簿里没有“" + name + "”这一张表，请用下载的空白表填写");
            }
            String title = cells.text(name, 0, 0);
            if (title == null || !title.contains(shape.year() + "年")) {
                throw new OtherShape("“" + name + "”第 1 行的标题应写明 " + shape.year() + "年");
            }
            for (int row = 0; row < sheet.rowCount(); row++) {
                for (Placed placed : sheet.startingIn(row)) {
                    one(cells, name, placed, written);
                }
            }
        }
        return written;
    }

    private static void one(WorkbookCells cells, String sheet, Placed placed, Map<CellId, Written> written) {
        int row = XlsxReport.ABOVE + placed.row();
        String place = "“" + sheet + "”第 " + (row + 1) + " 行第 " + (placed.column() + 1) + " 列";
        @Nullable String text = cells.text(sheet, row, placed.column());
        CellId figure = placed.figure();
        if (figure == null) {
            if (!bare(placed.text()).equals(bare(text == null ? "" : text))) {
                throw new OtherShape(place + "应为“" + placed.text() + "”：表的行列与格式不同，请用下载的空白表填写");
            }
        } else if (text != null && !text.isEmpty()) {
            written.put(figure, new Written(text, place));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
