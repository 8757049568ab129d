package org.disclosureledger.application.markers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.application.markers.Marker.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks for personal data finds it however it is written, and finds nothing else. */
class MarkerScanTest {

    private static final Marker NAME =
            new Marker("欧阳芷珩", "申请人", Fate.SEALED, List.of("ouyangzhiheng", "Ouyang Zhiheng"));
    private static final Marker NUMBER = new Marker("410308197001010017", "证件号码", Fate.SEALED, List.of());

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static List<String> found(byte[] content) {
        MarkerScan scan = new MarkerScan(List.of(NAME, NUMBER));
        scan.look("place", content);
        return scan.found().keySet().stream()
                .map(f -> f.field() + " " + f.form())
                .toList();
    }

    private static byte[] within(byte[] planted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(noise(1_000));
        all.writeBytes(planted);
        all.writeBytes(noise(1_000));
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyFormIsFound() {
        for (Marker marker : List.of(NAME, NUMBER)) {
            MarkerForms.of(marker)
                    .forEach((form, bytes) ->
                            assertThat(found(within(bytes))).as(form).contains(marker.field() + " " + form));
        }
    }

    /** Made by others, not by the table of forms that the scan is built from. */
    @Test
    void whatOtherProgramsWriteIsFound() {
        assertThat(found(within("欧阳芷珩".getBytes(StandardCharsets.UTF_16LE)))).contains("申请人 UTF-16LE");
        assertThat(found(within("欧阳芷珩".getBytes(Charset.forName("GB18030"))))).contains("申请人 GB18030");
        for (String before : List.of("", "a", "ab", "abc")) {
            String text = Base64.getEncoder().encodeToString(utf8(before + "欧阳芷珩，男"));
            assertThat(found(utf8("{\"v\":\"" + text + "\"}"))).as(before).anyMatch(f -> f.startsWith("申请人 base64"));
            String number = Base64.getUrlEncoder().encodeToString(utf8(before + "410308197001010017。"));
            assertThat(found(utf8(number))).as(before).anyMatch(f -> f.startsWith("证件号码 base64"));
        }
        assertThat(found(utf8(HexFormat.of().formatHex(utf8("姓名欧阳芷珩"))))).containsExactly("申请人 hex");
        assertThat(found(utf8("/find?q=%E6%AC%A7%E9%98%B3%E8%8A%B7%E7%8F%A9&page=2")))
                .containsExactly("申请人 address");
        assertThat(found(utf8("{\"name\":\"\\u6b27\\u9633\\u82b7\\u73e9\"}"))).containsExactly("申请人 JSON escape");
        assertThat(found(utf8("&#27431;&#38451;&#33463;&#29673;"))).containsExactly("申请人 HTML entity");
        assertThat(found(utf8("login=ouyangzhiheng;"))).anyMatch(f -> f.contains("pinyin"));
        assertThat(found(utf8("欧阳芷某，410308197001010018"))).isEmpty();
        assertThat(found(noise(2_000_000))).isEmpty();
    }

    @Test
    void endsOfBuffersHideNothing(@TempDir Path folder) throws IOException {
        for (int before = (1 << 20) - 30; before < (1 << 20) + 30; before++) {
            MarkerScan scan = new MarkerScan(List.of(NAME));
            try (OutputStream to = scan.sink("stream")) {
                to.write(noise(before));
                to.write(utf8("欧阳芷"));
                to.write(utf8("珩"));
            }
            assertThat(scan.found()).as("after " + before).hasSize(1);
        }
        byte[] twice = new byte[4 << 20];
        System.arraycopy(utf8("欧阳芷珩"), 0, twice, 5, 12);
        System.arraycopy(utf8("欧阳芷珩"), 0, twice, twice.length - 12, 12);
        MarkerScan scan = new MarkerScan(List.of(NAME));
        scan.look("file", Files.write(folder.resolve("file"), twice));
        assertThat(scan.found().values()).containsExactly(2);
        assertThat(scan.bytes()).isEqualTo(twice.length);
    }

    @Test
    void archivesAreOpened() throws IOException {
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(outer)) {
            zip.putNextEntry(new ZipEntry("letters/1.docx"));
            ByteArrayOutputStream inner = new ByteArrayOutputStream();
            try (ZipOutputStream docx = new ZipOutputStream(inner)) {
                docx.putNextEntry(new ZipEntry("word/document.xml"));
                docx.write(utf8("<w:t>欧阳芷珩</w:t>"));
            }
            zip.write(inner.toByteArray());
        }
        MarkerScan scan = new MarkerScan(List.of(NAME));
        scan.look("package", outer.toByteArray());
        assertThat(scan.found().keySet())
                .singleElement()
                .satisfies(f -> assertThat(f.place()).isEqualTo("package!letters/1.docx!word/document.xml"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8("410308197001010017"));
        }
        assertThat(found(packed.toByteArray())).containsExactly("证件号码 UTF-8");
    }

    @Test
    void whatCannotBeToldApartIsRefused() {
        assertThatThrownBy(() -> new MarkerScan(List.of(new Marker("王", "申请人", Fate.SEALED, List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
