package org.disclosureledger.application.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.disclosureledger.application.register.XlsxPackage.Relationship;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The rows of an XLSX file: those of the first visible worksheet that has any. */
final class XlsxRows {

    private XlsxRows() {}

    /** What is done with the rows of a sheet. */
    @FunctionalInterface
    interface Sheets {

        /** Where the rows of the next sheet go, null for one that is not wanted. */
        @Nullable Consumer<RawRow> next(String name);

        /** Whether the sheets after one that had rows are read, too. */
        default boolean all() {
            return true;
        }
    }

    static void read(Path file, Consumer<RawRow> rows) throws IOException, SAXException {
        readSheets(file, new Sheets() {
            @Override
            public Consumer<RawRow> next(String name) {
                return rows;
            }

            @Override
            public boolean all() {
                return false;
            }
        });
    }

    /** The rows of the visible worksheets, one sheet after another. */
    static void readSheets(Path file, Sheets sheets) throws IOException, SAXException {
        try (XlsxPackage parts = XlsxPackage.open(file)) {
            String workbookPart = XlsxPackage.targetOf(parts.relationships(""), "officeDocument");
            if (workbookPart == null) {
                throw UnreadableFile.damaged();
            }
            Workbook workbook = new Workbook();
            parts.parse(workbookPart, workbook);
            Map<String, Relationship> relationships = parts.relationships(workbookPart);
            CellStyles styles = new CellStyles();
            String stylesPart = XlsxPackage.targetOf(relationships, "styles");
            if (stylesPart != null && parts.contains(stylesPart)) {
                parts.parse(stylesPart, styles);
            }
            String stringsPart = XlsxPackage.targetOf(relationships, "sharedStrings");
            if (stringsPart == null || !parts.contains(stringsPart)) {
                readSheets(parts, workbook, relationships, null, styles, sheets);
                return;
            }
            try (SharedStrings strings = new SharedStrings()) {
                strings.load(parts, stringsPart);
                readSheets(parts, workbook, relationships, strings, styles, sheets);
            }
        }
    }

    private static void readSheets(
            XlsxPackage parts,
            Workbook workbook,
            Map<String, Relationship> relationships,
            @Nullable SharedStrings strings,
            CellStyles styles,
            Sheets sheets)
            throws IOException, SAXException {
        for (VisibleSheet visible : workbook.visibleSheets) {
            Relationship sheet = relationships.get(visible.id());
            Consumer<RawRow> rows = sheets.next(visible.name());
            if (rows != null && sheet != null && sheet.type().endsWith("/worksheet")) {
                SheetReader reader = new SheetReader(strings, styles, workbook.since1904, rows);
                parts.parse(sheet.target(), reader);
                if (reader.hasData() && !sheets.all()) {
                    return;
                }
            }
        }
    }

    private record VisibleSheet(String id, String name) {}

    private static final class Workbook extends XmlHandler {

        private static final int MOST_SHEETS = 1_000;

        private final List<VisibleSheet> visibleSheets = new ArrayList<>();
        private boolean since1904;
        private boolean rootSeen;

        @Override
        void started(String name, Attributes attributes) {
            if (!rootSeen && !name.equals("workbook")) {
                throw new UnreadableFile(
                        UnreadableFile.Reason.OTHER_KIND_OF_FILE, "这是其他文档，不是 Excel 工作簿（.xlsx），请另存为 .xlsx 再导入");
            }
            rootSeen = true;
            if (name.equals("workbookPr")) {
                String system = attribute(attributes, "date1904");
                since1904 = "1".equals(system) || "true".equals(system);
            }
            if (name.equals("sheet")) {
                String state = attribute(attributes, "state");
                String id = attribute(attributes, "id");
                boolean visible = state == null || state.equals("visible");
                if (visible && id != null && visibleSheets.size() < MOST_SHEETS) {
                    String named = attribute(attributes, "name");
                    visibleSheets.add(new VisibleSheet(id, named == null ? "" : named));
                }
            }
        }
    }
}
