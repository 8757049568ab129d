package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DefaultTemplateTest {

    private static String letter(LetterKind kind, Map<LetterField, String> values) {
        return String.join("\n", WordFiles.texts(LetterMerge.merge(DefaultTemplate.of(kind), kind, values)));
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterSaysWhatItMust(LetterKind kind) {
        Map<LetterField, String> values = LetterExamples.of(kind);
        String letter = letter(kind, values);

        LetterField.requiredIn(kind)
                .forEach(field -> assertThat(letter).as(field.id()).contains(String.valueOf(values.get(field))));
        assertThat(letter).doesNotContain("{{").doesNotContain("}}").doesNotContain("。。");
    }

    /** Without what may be missing no sentence is left with a hole in it. */
    @ParameterizedTest
    @EnumSource
    void everyLetterReadsWellWithoutWhatMayBeMissing(LetterKind kind) {
        Map<LetterField, String> values = LetterExamples.of(kind);
        values.keySet().removeIf(field -> !field.isRequiredIn(kind));
        List<String> lines = letter(kind, values).lines().toList();

        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("：：")
                        .doesNotContain("（）")
                        .doesNotContain("{{")
                        .doesNotEndWith("方式：")
                        .doesNotEndWith("途径：")
                        .isNotBlank());
        assertThat(String.join("\n", lines)).doesNotContain("台账第").doesNotContain("联系方式");
    }

    @ParameterizedTest
    @EnumSource
    void answerNamesItsGroundAndItsRemedies(LetterKind kind) {
        Outcome outcome = kind.outcome();
        String letter = letter(kind, LetterExamples.of(kind));
        if (outcome == null) {
            assertThat(letter).doesNotContain("如对本告知书不服");
            return;
        }
        assertThat(letter).contains(outcome.ground()).contains("如对本告知书不服");
        boolean first = outcome.id().startsWith("refused.") && outcome != Outcome.REFUSED_ADMINISTRATIVE_QUERY;
        assertThat(letter.contains("应当先")).isEqualTo(first);
        assertThat(letter.contains("6个月内")).isNotEqualTo(first);
    }

    @Test
    void consultedOnesDoNotLearnWhoAsks() {
        for (LetterKind kind : List.of(LetterKind.THIRD_PARTY_CONSULTATION, LetterKind.ORGAN_CONSULTATION)) {
            assertThat(LetterField.APPLICANT.isUsableIn(kind)).isFalse();
            assertThat(letter(kind, LetterExamples.of(kind))).doesNotContain("张某");
        }
    }

    @ParameterizedTest
    @EnumSource
    void letterWithoutARequiredValueIsNotWritten(LetterKind kind) {
        JdbcClient notAsked = JdbcClient.create(new DriverManagerDataSource());
        Letters letters = new Letters(new LetterTemplates(new LetterTemplateStore(notAsked, Clock.systemUTC())));
        List<LetterField> required = LetterField.requiredIn(kind);
        Map<LetterField, String> values = new EnumMap<>(LetterExamples.of(kind));
        values.remove(required.get(0));
        values.put(required.get(1), " \n");
        LetterIncomplete incomplete =
                catchThrowableOfType(LetterIncomplete.class, () -> letters.render("o", kind, values));

        assertThat(incomplete)
                .hasMessage("不能出具" + kind.label() + "，还缺：" + required.get(0).id() + "、"
                        + required.get(1).id());
        assertThat(incomplete.kind()).isEqualTo(kind);
        assertThat(incomplete.missing()).containsExactly(required.get(0), required.get(1));
    }

    @Test
    void defaultIsWrittenAgainByteForByteAndCannotBeSpoiled() {
        byte[] template = DefaultTemplate.of(LetterKind.RECEIPT);
        byte[] before = template.clone();
        template[0] = 0;

        assertThat(DefaultTemplate.of(LetterKind.RECEIPT)).isEqualTo(before);
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).startsWith("PK");
    }

    @Test
    void letterIsSetAsOfficialOnesAre() throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(DefaultTemplate.of(LetterKind.CORRECTION_NOTICE)))) {
            XWPFParagraph title = document.getParagraphs().get(1);
            XWPFParagraph text = document.getParagraphs().get(4);

            assertThat(title.getText()).isEqualTo("政府信息公开申请补正告知书");
            assertThat(title.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(22.0);
            assertThat(text.getText()).startsWith("本机关于{{收到日期}}收到");
            assertThat(text.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(16.0);
            assertThat(text.getCTP().getPPr().getInd().getFirstLineChars()).hasToString("200");
        }
    }
}
