package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.application.letter.WordFiles.DOCUMENT;
import static org.disclosureledger.application.letter.WordFiles.RELATIONS;
import static org.disclosureledger.application.letter.WordFiles.TYPES;
import static org.disclosureledger.application.letter.WordFiles.paragraph;
import static org.disclosureledger.application.letter.WordFiles.receipt;
import static org.disclosureledger.application.letter.WordFiles.relation;
import static org.disclosureledger.application.letter.WordFiles.relations;
import static org.disclosureledger.application.letter.WordFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.disclosureledger.domain.letter.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template goes to every applicant in every letter: what is in it is looked at before it is taken. */
class HostileTemplateTest {

    private static String refusal(byte[] file) {
        TemplateRefused refused = catchThrowableOfType(
                TemplateRefused.class,
                () -> LetterMerge.merge(file, LetterKind.RECEIPT, LetterExamples.of(LetterKind.RECEIPT)));
        assertThat(refused.findings()).hasSize(1);
        assertThat(refused.findings().get(0).fact()).isEqualTo("file");
        return refused.findings().get(0).rule() + "：" + refused.getMessage();
    }

    private static String refusal(Map<String, String> parts) {
        return refusal(zip(parts));
    }

    @Test
    void soundTemplateIsTaken() {
        assertThat(LetterMerge.merge(zip(receipt()), LetterKind.RECEIPT, LetterExamples.of(LetterKind.RECEIPT)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "89504E470D0A1A0A", "255044462D312E37", "3C68746D6C3E", "E4BDA0E5A5BD", "504B0506"})
    void otherKindsOfFilesAreRefused(String hex) {
        assertThat(refusal(HexFormat.of().parseHex(hex))).startsWith("NOT_A_DOCX：这不是 Word 文档");
    }

    @Test
    void oldOrEncryptedDocumentIsRefused() {
        assertThat(refusal(HexFormat.of().parseHex("D0CF11E0A1B11AE100000000")))
                .startsWith("LEGACY_OR_ENCRYPTED：")
                .contains(".doc");
    }

    @Test
    void workbookIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.write(out);
        }

        assertThat(refusal(out.toByteArray())).startsWith("NOT_A_DOCX：");
    }

    @Test
    void archiveOfSomethingElseIsRefused() {
        assertThat(refusal(Map.of("a.txt", "甲"))).startsWith("NOT_A_DOCX：");
    }

    @Test
    void templateInTheSenseOfWordIsRefused() {
        Map<String, String> parts = receipt();
        parts.computeIfPresent(TYPES, (name, xml) -> xml.replace("document.main+xml", "template.main+xml"));

        assertThat(refusal(parts)).startsWith("NOT_A_DOCX：");
    }

    @Test
    void macrosAreRefused() {
        Map<String, String> enabled = receipt();
        enabled.computeIfPresent(
                TYPES,
                (name, xml) -> xml.replace(
                        LetterTemplates.DOCX + ".main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
        Map<String, String> hidden = receipt();
        hidden.put("word/vbaProject.bin", "x");

        assertThat(refusal(enabled)).startsWith("MACROS：模板含有宏");
        assertThat(refusal(hidden)).startsWith("MACROS：模板含有宏");
    }

    @ParameterizedTest
    @CsvSource({
        "word/_rels/document.xml.rels, image, https://example.com/a.png, 图片 https://example.com/a.png",
        "word/_rels/document.xml.rels, hyperlink, https://example.com/, 超链接 https://example.com/",
        "word/_rels/settings.xml.rels, attachedTemplate, file:///C:/a.dotm, 附加的模板 file:///C:/a.dotm",
        "word/_rels/footer9.xml.rels, frame, //host/share, 外部文件 //host/share",
        "_rels/.rels, metadata/thumbnail, http://example.com/t, 外部文件 http://example.com/t"
    })
    void whatLeadsOutOfTheFileIsRefusedWithItsTarget(String part, String type, String target, String told) {
        Map<String, String> parts = receipt();
        String sound = relation("officeDocument", DOCUMENT, false);
        parts.put(part, relations(part.equals("_rels/.rels") ? sound : "", relation(type, target, true)));

        assertThat(refusal(parts)).startsWith("EXTERNAL_CONTENT：").contains(told);
    }

    @Test
    void embeddedObjectIsRefused() {
        Map<String, String> parts = receipt();
        parts.put(RELATIONS, relations(relation("oleObject", "embeddings/a.bin", false)));
        parts.put("word/embeddings/a.bin", "x");

        assertThat(refusal(parts)).startsWith("EMBEDDED_OBJECT：").contains("word/embeddings/a.bin");
    }

    @Test
    void fieldThatFetchesIsRefusedThoughItsNameIsSplit() {
        String split = "<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x"
                + "</w:instrText></w:r></w:p>";
        String simple = "<w:p><w:fldSimple w:instr=\"includepicture http://example.com/a\"/></w:p>";

        assertThat(refusal(receipt(split))).startsWith("EXTERNAL_CONTENT：").contains("域 DDEAUTO");
        assertThat(refusal(receipt(simple))).startsWith("EXTERNAL_CONTENT：").contains("域 INCLUDEPICTURE");
    }

    @Test
    void pageNumberIsNoFieldThatFetches() {
        String number = "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>";

        assertThat(LetterMerge.merge(zip(receipt(number)), LetterKind.RECEIPT, Map.of()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DOCUMENT, TYPES, "_rels/.rels", "word/_rels/document.xml.rels", "customXml/item1.xml"})
    void documentTypeInAnyPartIsRefused(String part) {
        Map<String, String> parts = receipt();
        parts.put(part, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + parts.getOrDefault(part, "<x/>"));

        assertThat(refusal(parts)).startsWith("FORBIDDEN_XML：");
    }

    @Test
    void otherEncodingIsRefused() {
        Map<String, String> parts = receipt();
        parts.computeIfPresent(DOCUMENT, (name, xml) -> xml.replace("UTF-8", "UTF-16"));

        assertThat(refusal(parts)).startsWith("FORBIDDEN_XML：");
    }

    @ParameterizedTest
    @CsvSource({"word/media/image1.png, 40", "word/document.xml, 5", "word/document.xml, 40"})
    void whatUnpacksToTooMuchIsRefused(String part, int megabytes) throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            Map<String, String> parts = receipt();
            parts.putIfAbsent(part, "");
            for (Map.Entry<String, String> entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                for (int i = 0; entry.getKey().equals(part) && i < megabytes; i++) {
                    zip.write(blanks);
                }
            }
        }

        assertThat(bytes.size()).isLessThan(100_000);
        assertThat(refusal(bytes.toByteArray())).startsWith("EXPANDS_TOO_FAR：");
    }

    @Test
    void moreThanFiveMegabytesAreRefused() {
        assertThat(refusal(new byte[(5 << 20) + 1])).startsWith("TOO_LARGE：模板超过 5 MB");
    }

    @Test
    void moreThanFiveHundredPartsAreRefused() {
        Map<String, String> parts = receipt();
        for (int i = 0; i < 500; i++) {
            parts.put("word/media/" + i, "x");
        }

        assertThat(refusal(parts)).startsWith("EXPANDS_TOO_FAR：");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refusal(receipt("<w:sdt>".repeat(100_000) + "</w:sdt>".repeat(100_000))))
                .startsWith("DAMAGED：");
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        Map<String, String> parts = receipt();
        parts.put("word/Document.xml", "<x/>");

        assertThat(refusal(parts)).startsWith("DAMAGED：");
    }

    @Test
    void brokenFilesAreRefused() {
        byte[] sound = zip(receipt(paragraph("甲".repeat(2_000))));
        Map<String, String> broken = receipt();
        broken.computeIfPresent(DOCUMENT, (name, xml) -> xml.replace("</w:body>", ""));
        Map<String, String> missing = receipt();
        missing.put(RELATIONS, relations(relation("header", "header7.xml", false)));
        Map<String, String> noSuchPlace = receipt();
        noSuchPlace.put(RELATIONS, relations(relation("header", "a b%", false)));

        assertThat(refusal(Arrays.copyOf(sound, 900))).startsWith("DAMAGED：");
        assertThat(refusal(broken)).startsWith("DAMAGED：");
        assertThat(refusal(missing)).startsWith("DAMAGED：");
        assertThat(refusal(noSuchPlace)).startsWith("DAMAGED：");
    }
}
