package org.disclosureledger.application.register;

import com.github.pjfanning.poi.xssf.streaming.TempFileSharedStringsTable;
import java.io.IOException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The texts of a workbook, which cells name by number: kept in an encrypted temporary file instead of in memory, and
 * deleted with it. Filled by this package's own reader, since the library's would ignore a document type declaration.
 */
final class SharedStrings extends TempFileSharedStringsTable {

    SharedStrings() throws IOException {
        super(true);
    }

    void load(XlsxPackage parts, String part) throws IOException, SAXException {
        parts.parse(part, new XmlHandler() {
            private int index;
            private boolean phonetic;

            @Override
            void started(String name, Attributes attributes) {
                switch (name) {
                    case "rPh" -> phonetic = true;
                    case "t" -> collect(!phonetic);
                    default -> {}
                }
            }

            @Override
            void ended(String name) {
                switch (name) {
                    case "rPh" -> phonetic = false;
                    case "t" -> collect(false);
                    case "si" -> strings.put(index++, ExcelText.decode(takeText()));
                    default -> {}
                }
            }
        });
    }
}
