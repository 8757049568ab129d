package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.application.register.RegisterFiles.MAIN;
import static org.disclosureledger.application.register.RegisterFiles.SHEET_END;
import static org.disclosureledger.application.register.RegisterFiles.SHEET_START;
import static org.disclosureledger.application.register.RegisterFiles.bytes;
import static org.disclosureledger.application.register.RegisterFiles.inline;
import static org.disclosureledger.application.register.RegisterFiles.minimalWorkbook;
import static org.disclosureledger.application.register.RegisterFiles.read;
import static org.disclosureledger.application.register.RegisterFiles.refusal;
import static org.disclosureledger.application.register.RegisterFiles.xlsx;
import static org.disclosureledger.application.register.RegisterFiles.zip;
import static org.disclosureledger.application.register.RegisterLayout.TALLIES;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.disclosureledger.application.register.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {

    private static final String GOOD_SHEET = SHEET_START + inline(1, "年度", "事项", "数量") + SHEET_END;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A0000000D, PNG 图片",
        "FFD8FFE000104A464946, JPEG 图片",
        "474946383961, GIF 图片",
        "255044462D312E37, PDF 文档",
        "1F8B0800, gzip 压缩包",
        "526172211A0700, RAR 压缩包",
        "377ABCAF271C0004, 7z 压缩包",
        "49492A00, TIFF 图片",
        "7B5C72746631, RTF 文档",
        "504B0506000000000000, 空的 ZIP 压缩包",
        "3C68746D6C3E, 网页",
        "EFBBBF0D0A3C21444F4354, 网页"
    })
    void otherKindsOfFilesAreRefusedByTheirNames(String hex, String name) {
        assertThat(refusal(bytes(folder, HexFormat.of().parseHex(hex)), TALLIES))
                .hasMessageContaining(name)
                .extracting(UnreadableFile::reason)
                .isEqualTo(Reason.OTHER_KIND_OF_FILE);
    }

    @Test
    void oldOrEncryptedWorkbookIsRefusedWithTheWayToSaveIt() throws IOException {
        ByteArrayOutputStream ole2 = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.writeFilesystem(ole2);
        }

        assertThat(refusal(bytes(folder, ole2.toByteArray()), TALLIES))
                .hasMessageContaining(".xlsx")
                .extracting(UnreadableFile::reason)
                .isEqualTo(Reason.LEGACY_OR_ENCRYPTED);
    }

    @Test
    void binaryIsRefused() {
        assertThat(refusal(bytes(folder, "年度,事项,数量\n2024,\0,1".getBytes(StandardCharsets.UTF_8)), TALLIES)
                        .reason())
                .isEqualTo(Reason.BINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels",
                "[Content_Types].xml",
                "docProps/core.xml"
            })
    void documentTypeInAnyPartIsRefusedAndNothingIsFetched(String part) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
            parts.put(
                    part,
                    "<?xml version=\"1.0\"?><!-- > --><!DOCTYPE x SYSTEM \"" + url + "dtd\" [<!ENTITY e SYSTEM \"" + url
                            + "e\">]>" + parts.getOrDefault(part, "<x/>"));

            assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.FORBIDDEN_XML);
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void encodingThatWouldHideADocumentTypeIsRefused() {
        Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
        parts.put("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"IBM037\"?>" + parts.get("xl/workbook.xml"));

        assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.FORBIDDEN_XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<t>", "<t a=\"", "<!--", "<![CDATA[", "<?p "})
    void endlessConstructIsCutOff(String start) throws IOException {
        Path file =
                bomb("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si>" + start, "a>".repeat(512), 100 << 20);

        assertThat(refusal(file, TALLIES).reason()).isIn(Reason.EXPANDS_TOO_FAR, Reason.CELL_TOO_LONG);
    }

    @Test
    void zipBombIsCutOff() throws IOException {
        Path file = bomb("xl/worksheets/sheet1.xml", SHEET_START, "<row/>".repeat(100), 300 << 20);

        assertThat(Files.size(file)).isLessThan(3 << 20);
        assertThat(refusal(file, TALLIES).reason()).isIn(Reason.EXPANDS_TOO_FAR, Reason.TOO_MANY_ROWS);
    }

    @Test
    void deepNestingIsCutOff() {
        Map<String, String> parts = minimalWorkbook(SHEET_START + "<a>".repeat(1_000_000));

        assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.EXPANDS_TOO_FAR);
    }

    @Test
    void endlessNamesAreCutOff() {
        StringBuilder sheet = new StringBuilder(SHEET_START);
        for (int i = 0; i < 2_000; i++) {
            sheet.append("<n").append(i).append("/>");
        }

        assertThat(refusal(zip(folder, minimalWorkbook(sheet + SHEET_END)), TALLIES)
                        .reason())
                .isEqualTo(Reason.EXPANDS_TOO_FAR);
    }

    @Test
    void thousandsOfPartsAreRefused() {
        Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
        for (int i = 0; i < 1_500; i++) {
            parts.put("xl/media/" + i, "");
        }

        assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.EXPANDS_TOO_FAR);
    }

    @Test
    void tooLongCellIsRefused() {
        String sheet = SHEET_START + inline(1, "年度", "长".repeat(RawRow.LONGEST_CELL + 1)) + SHEET_END;

        assertThat(refusal(zip(folder, minimalWorkbook(sheet)), TALLIES)).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.CELL_TOO_LONG);
            assertThat(refusal.row()).isEqualTo(1);
            assertThat(refusal.column()).isEqualTo(2);
        });
    }

    @Test
    void rowBeyondTheLastOfExcelIsRefused() {
        String sheet = SHEET_START + inline(1, "年度", "事项", "数量") + inline(RawRow.MOST_ROWS + 1, "2024") + SHEET_END;

        assertThat(refusal(zip(folder, minimalWorkbook(sheet)), TALLIES).reason())
                .isEqualTo(Reason.TOO_MANY_ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
            })
    void workbookWithMacrosIsRefused(String type) {
        Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
        parts.computeIfPresent(
                "[Content_Types].xml",
                (name, xml) -> xml.replaceFirst("ContentType=\"[^\"]*\"", "ContentType=\"" + type + "\""));

        assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.MACROS);
    }

    @Test
    void hiddenMacrosAreRefused() {
        Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
        parts.put("xl/vbaProject.bin", "x");

        assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.MACROS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mimetype", "word/document.xml"})
    void otherOfficeDocumentsAreRefused(String part) {
        Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
        parts.put(part, "<x/>");

        assertThat(refusal(zip(folder, parts), TALLIES).reason()).isEqualTo(Reason.OTHER_KIND_OF_FILE);
    }

    @Test
    void plainZipIsRefused() {
        assertThat(refusal(zip(folder, Map.of("a.txt", "a")), TALLIES).reason()).isEqualTo(Reason.OTHER_KIND_OF_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c t=\"s\"><v>99</v></c>",
                "<c t=\"s\"><v>x</v></c>",
                "<c><v>1e999</v></c>",
                "<c><v>abc</v></c>",
                "<c s=\"x\"><v>1</v></c>",
                "<c r=\"B2\"/><c r=\"A2\"/>",
                "<c r=\"??\"><v>1</v></c>",
                "<c><v>1</c>"
            })
    void cellsThatNoProgramWritesAreADamagedFile(String cells) {
        String sheet = SHEET_START + inline(1, "年度", "事项", "数量") + "<row r=\"2\">" + cells + "</row>" + SHEET_END;

        assertThat(refusal(zip(folder, minimalWorkbook(sheet)), TALLIES).reason())
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void numberWithAGiganticExponentDoesNotFillTheMemory() {
        String sheet = SHEET_START + inline(1, "年度", "事项", "数量")
                + "<row r=\"2\"><c r=\"C2\"><v>1E-999999999</v></c></row>" + SHEET_END;

        assertThat(read(zip(folder, minimalWorkbook(sheet)), TALLIES).getFirst().values())
                .containsEntry("amount", "0");
    }

    @Test
    void truncatedWorkbookIsRefusedWhereverItEnds() throws IOException {
        byte[] whole = Files.readAllBytes(
                xlsx(folder, workbook -> RegisterFiles.row(workbook.createSheet(), 1, "年度", "事项", "数量")));

        for (int length = 4; length < whole.length; length += 97) {
            assertThat(refusal(bytes(folder, Arrays.copyOf(whole, length)), TALLIES)
                            .reason())
                    .isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void damageAnywhereIsReadOrRefusedButNothingElse() throws IOException {
        byte[] whole = Files.readAllBytes(
                xlsx(folder, workbook -> RegisterFiles.row(workbook.createSheet(), 1, "年度", "事项", "数量")));
        Random random = new Random(20240305);

        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 0; flips < 3; flips++) {
                damaged[4 + random.nextInt(whole.length - 4)] = (byte) random.nextInt(256);
            }
            Path file = bytes(folder, damaged);
            try {
                read(file, TALLIES);
            } catch (UnreadableFile e) {
                assertThat(e).hasNoCause();
            }
            Files.delete(file);
        }
    }

    private Path bomb(String part, String start, String filling, int size) throws IOException {
        Map<String, String> parts = minimalWorkbook(GOOD_SHEET);
        parts.remove(part);
        Path file = zip(folder, Map.of());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, String> other : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(other.getKey()));
                zip.write(other.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] block = filling.getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < size; written += block.length) {
                zip.write(block);
            }
        }
        return file;
    }
}
