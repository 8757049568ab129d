package org.disclosureledger.application.register;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * A register file that somebody handed in. What it is, is told by its content; the name and the media type of an upload
 * are often wrong. Rows are read one by one, so that a long file needs no more memory than a short one, and as often as
 * wanted.
 */
public final class RegisterFile {

    public enum Format {
        CSV,
        XLSX
    }

    private final Path file;
    private final Format format;
    private final @Nullable Charset charset;

    private RegisterFile(Path file, Format format, @Nullable Charset charset) {
        this.file = file;
        this.format = format;
        this.charset = charset;
    }

    /**
     * @param contentType as the upload states it; only its charset is heeded, and only if the file agrees
     * @throws UnreadableFile when it is neither CSV nor XLSX
     */
    public static RegisterFile open(Path file, @Nullable String contentType) {
        try {
            return switch (FileKind.of(file)) {
                case WORKBOOK -> new RegisterFile(file, Format.XLSX, null);
                case TEXT -> new RegisterFile(file, Format.CSV, CsvEncoding.of(file, contentType));
            };
        } catch (IOException e) {
            throw UnreadableFile.damaged();
        }
    }

    public Format format() {
        return format;
    }

    /**
     * Hands over every row below the header that is not empty, in the order of the file. A refusal can come after rows
     * were handed over. What the receiver throws passes through unchanged.
     *
     * @return how many rows were handed over
     * @throws UnreadableFile when the file as a whole cannot be read as this register
     */
    public int read(RegisterLayout layout, Consumer<StatedRow> rows) {
        TableReader table = new TableReader(layout, rows);
        try {
            if (charset != null) {
                CsvRows.read(file, charset, layout, table);
            } else {
                XlsxRows.read(file, table);
            }
            return table.finish();
        } catch (TableReader.ConsumerFailed e) {
            throw e.failure();
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | SAXException | RuntimeException e) {
            throw UnreadableFile.damaged();
        }
    }
}
