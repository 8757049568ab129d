package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.office.Printer;
import org.disclosureledger.domain.letter.LetterKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens every letter with LibreOffice, as whoever receives it may, and reads the pages. */
class PrintedLetterIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void toolsAreInstalled() {
        Printer.isInstalled();
    }

    @Test
    void everyLetterIsPrintedWithAllThatItSays() throws IOException {
        Printer printer = new Printer(folder);
        Map<LetterKind, Path> letters = new EnumMap<>(LetterKind.class);
        for (LetterKind kind : LetterKind.values()) {
            letters.put(
                    kind,
                    Files.write(
                            folder.resolve(kind.name() + ".docx"),
                            LetterMerge.merge(DefaultTemplate.of(kind), kind, LetterExamples.of(kind))));
        }
        List<Path> printed = printer.pdf(List.copyOf(letters.values()));

        assertThat(printed).hasSize(LetterKind.values().length);
        letters.forEach((kind, letter) -> {
            Path pdf = letter.resolveSibling(kind.name() + ".pdf");
            String text = Printer.withoutSpace(printer.text(pdf));
            Map<LetterField, String> values = LetterExamples.of(kind);
            LetterField.requiredIn(kind)
                    .forEach(field -> assertThat(text)
                            .as(kind + " " + field.id())
                            .contains(Printer.withoutSpace(values.getOrDefault(field, ""))));
            assertThat(text).as(kind.name()).startsWith("清河镇人民政府").doesNotContain("{{");
            assertThat(printer.pages(pdf)).as(kind.name()).isBetween(1, 2);
        });
    }

    /** What Word split, and what LibreOffice has to read: bold, a break, a footer, a paragraph that went. */
    @Test
    void replacedTemplateIsPrintedAsItIsSet() throws IOException {
        Map<String, String> parts = WordFiles.receipt(
                WordFiles.paragraph("{{申请", "人}}："),
                WordFiles.paragraph("文号：{{文号}}"),
                WordFiles.paragraph("内容：{{申请内容}}"));
        parts.put(WordFiles.RELATIONS, WordFiles.relations(WordFiles.relation("footer", "footer1.xml", false)));
        parts.put("word/footer1.xml", WordFiles.xml("ftr", WordFiles.paragraph("编号{{登记编号}}")));
        parts.computeIfPresent(
                WordFiles.TYPES,
                (name, xml) -> xml.replace(
                        "</Types>",
                        "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-"
                                + "officedocument.wordprocessingml.footer+xml\"/></Types>"));
        parts.computeIfPresent(
                WordFiles.DOCUMENT,
                (name, xml) -> xml.replace(
                        "</w:body>",
                        "<w:sectPr xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<w:footerReference w:type=\"default\" r:id=\"r"
                                + Integer.toHexString("footer1.xml".hashCode()) + "\"/></w:sectPr></w:body>"));
        Map<LetterField, String> values = LetterExamples.of(LetterKind.RECEIPT);
        values.put(LetterField.REQUEST_CONTENT, "甲<乙>\n丙 & 丁");
        values.put(LetterField.LETTER_NUMBER, "");
        Printer printer = new Printer(folder);
        Path letter = Files.write(
                folder.resolve("own.docx"), LetterMerge.merge(WordFiles.zip(parts), LetterKind.RECEIPT, values));
        List<String> lines = printer.text(printer.pdf(List.of(letter)).get(0))
                .lines()
                .map(Printer::withoutSpace)
                .toList();

        assertThat(lines).startsWith("张某：", "内容：甲<乙>", "丙&丁").contains("编号2025-012");
    }
}
