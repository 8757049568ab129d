package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long files are written and read in a Java process of its own, whose heap the rows alone would fill several times. */
class RegisterHeapTest {

    private static final int ROWS = 100_000;
    private static final String HEAP = "-Xmx48m";
    /** Makes the texts of one file amount to well over the heap. */
    private static final String PADDING = "请求公开该事项的有关文件".repeat(40);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XLSX"})
    void hundredThousandRowsNeedNoMoreHeapThanAThousand(String form) throws Exception {
        Path file = folder.resolve("register");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegisterHeapTest.class.getName(),
                        form,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();

        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        assertThat(Files.readString(folder.resolve("output"))).contains("read " + ROWS + " twice");
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Runs in the other process: writes the file, then reads what was written and what Excel would have written. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        boolean xlsx = arguments[0].equals("XLSX");
        try (OutputStream out = Files.newOutputStream(file);
                RegisterWriter writer = xlsx
                        ? RegisterWriter.xlsx(RegisterLayout.DOCUMENTS, List.of(), out)
                        : RegisterWriter.csv(RegisterLayout.DOCUMENTS, List.of(), out)) {
            for (int i = 0; i < ROWS; i++) {
                writer.write(Map.of("documentNumber", "文〔2024〕" + i, "title", title(i)), Map.of());
            }
        }
        int first = read(file);
        if (xlsx) {
            writeWithSharedStrings(file);
        }
        int second = read(file);
        System.out.println(first == second ? "read " + first + " twice" : "read " + first + " and " + second);
    }

    private static int read(Path file) {
        int[] expected = {0};
        return RegisterFile.open(file, null).read(RegisterLayout.DOCUMENTS, row -> {
            if (row.isFaulty() || !title(expected[0]++).equals(row.values().get("title"))) {
                throw new IllegalStateException("row " + row.number());
            }
        });
    }

    /** By hand, since POI keeps all shared strings in memory while it writes them. */
    private static void writeWithSharedStrings(Path file) throws IOException {
        Map<String, String> parts = RegisterFiles.minimalWorkbook("");
        parts.remove("xl/sharedStrings.xml");
        parts.remove("xl/worksheets/sheet1.xml");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write(RegisterFiles.SHEET_START + RegisterFiles.inline(1, "标题", "文号", "类别", "制发日期"));
            for (int i = 0; i < ROWS; i++) {
                out.write("<row><c t=\"s\"><v>" + i + "</v></c></row>");
            }
            out.write(RegisterFiles.SHEET_END);
            out.flush();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            out.write("<sst xmlns=\"" + RegisterFiles.MAIN + "\">");
            for (int i = 0; i < ROWS; i++) {
                out.write("<si><t>" + title(i) + "</t></si>");
            }
            out.write("</sst>");
        }
    }

    private static String title(int row) {
        return row + PADDING.substring(0, 400);
    }
}
