package org.disclosureledger.application.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;

/** Rows leave memory for a temporary file as they are written; it is encrypted, since registers are personal data. */
final class XlsxRegisterWriter extends RegisterWriter {

    private static final int CHARACTER = 256;
    private static final int REMARK_WIDTH = 30;

    private final OutputStream out;
    private final SXSSFWorkbook workbook = new SXSSFWorkbookWithCustomZipEntrySource();
    private final SXSSFSheet sheet;
    private final CellStyle text;
    private CellStyle style;
    private int rows;

    XlsxRegisterWriter(RegisterLayout layout, List<String> furtherColumns, OutputStream out) throws IOException {
        super(layout, furtherColumns);
        this.out = out;
        short textFormat = workbook.createDataFormat().getFormat("@");
        text = workbook.createCellStyle();
        text.setDataFormat(textFormat);
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        bold.setDataFormat(textFormat);
        sheet = workbook.createSheet(layout.title());
        sheet.createFreezePane(0, 1);
        List<String> headers = headers();
        for (int i = 0; i < headers.size(); i++) {
            boolean isFact = i < layout.facts().size();
            sheet.setDefaultColumnStyle(i, text);
            sheet.setColumnWidth(i, CHARACTER * (isFact ? width(layout.facts().get(i)) : REMARK_WIDTH));
        }
        style = bold;
        writeRow(headers);
        style = text;
    }

    @Override
    void writeRow(List<String> cells) {
        Row row = sheet.createRow(rows++);
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                Cell cell = row.createCell(i);
                cell.setCellValue(ExcelText.encode(cells.get(i)));
                cell.setCellStyle(style);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            workbook.write(out);
        }
    }

    private static int width(Fact fact) {
        if (fact.id().equals("content") || fact.id().equals("title")) {
            return 60;
        }
        return fact.type() == FactType.DATE ? 14 : fact.type() == FactType.CODE ? 26 : 22;
    }
}
