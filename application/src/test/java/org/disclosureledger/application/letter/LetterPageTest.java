package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.application.letter.WordFiles.paragraph;
import static org.disclosureledger.application.letter.WordFiles.receipt;
import static org.disclosureledger.application.letter.WordFiles.relation;
import static org.disclosureledger.application.letter.WordFiles.relations;
import static org.disclosureledger.application.letter.WordFiles.texts;
import static org.disclosureledger.application.letter.WordFiles.zip;

import java.util.List;
import java.util.Map;
import org.disclosureledger.application.letter.LetterPage.Paragraph;
import org.disclosureledger.application.letter.LetterPage.Place;
import org.disclosureledger.domain.letter.LetterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterPageTest {

    private static List<String> lines(LetterPage page) {
        return page.paragraphs().stream().map(p -> String.join("\n", p.lines())).toList();
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void pageSaysWordForWordWhatTheDocumentSays(LetterKind kind) {
        byte[] letter = LetterMerge.merge(DefaultTemplate.of(kind), kind, LetterExamples.of(kind));

        assertThat(lines(LetterPage.of(letter)))
                .isEqualTo(texts(letter).stream().filter(t -> !t.isBlank()).toList());
    }

    @Test
    void paragraphsStandWhereTheyStandInTheDocument() {
        byte[] letter = LetterMerge.merge(
                DefaultTemplate.of(LetterKind.RECEIPT), LetterKind.RECEIPT, LetterExamples.of(LetterKind.RECEIPT));

        assertThat(LetterPage.of(letter).paragraphs().stream().map(Paragraph::place))
                .startsWith(Place.TITLE, Place.TITLE, Place.CENTRE, Place.LEFT, Place.INDENTED, Place.BLOCK)
                .endsWith(Place.RIGHT, Place.RIGHT, Place.NOTE);
    }

    @Test
    void headIsToldOnceAndPageNumbersAreNot() {
        Map<String, String> parts = receipt(paragraph("{{申请人}}："));
        parts.put(
                WordFiles.RELATIONS,
                relations(
                        relation("header", "header1.xml", false),
                        relation("header", "header2.xml", false),
                        relation("footer", "footer1.xml", false),
                        relation("footer", "footer2.xml", false)));
        parts.put("word/header1.xml", WordFiles.xml("hdr", paragraph("清河镇人民政府")));
        parts.put("word/header2.xml", WordFiles.xml("hdr", paragraph("清河镇人民政府")));
        parts.put("word/footer1.xml", WordFiles.xml("ftr", paragraph("— 1 —")));
        parts.put("word/footer2.xml", WordFiles.xml("ftr", paragraph("地址：某路1号")));

        assertThat(lines(LetterPage.of(zip(parts))))
                .startsWith("清河镇人民政府")
                .containsOnlyOnce("清河镇人民政府")
                .doesNotContain("— 1 —")
                .endsWith("地址：某路1号");
    }
}
