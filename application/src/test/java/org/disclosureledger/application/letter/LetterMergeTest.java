package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.application.letter.WordFiles.DOCUMENT;
import static org.disclosureledger.application.letter.WordFiles.paragraph;
import static org.disclosureledger.application.letter.WordFiles.part;
import static org.disclosureledger.application.letter.WordFiles.receipt;
import static org.disclosureledger.application.letter.WordFiles.relation;
import static org.disclosureledger.application.letter.WordFiles.relations;
import static org.disclosureledger.application.letter.WordFiles.texts;
import static org.disclosureledger.application.letter.WordFiles.zip;

import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.register.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterMergeTest {

    private static final Map<LetterField, String> VALUES =
            Map.of(LetterField.APPLICANT, "张某", LetterField.REGISTRATION_NUMBER, "2025-012");

    private static String first(Map<LetterField, String> values, String... paragraphs) {
        return texts(LetterMerge.merge(zip(receipt(paragraphs)), LetterKind.RECEIPT, values))
                .get(0);
    }

    private static List<Finding> findings(String... paragraphs) {
        return refused(receipt(paragraphs)).findings();
    }

    private static TemplateRefused refused(Map<String, String> parts) {
        return catchThrowableOfType(
                TemplateRefused.class, () -> LetterMerge.merge(zip(parts), LetterKind.RECEIPT, VALUES));
    }

    private static Finding finding(String... paragraphs) {
        List<Finding> findings = findings(paragraphs);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "您好，{{申请人}}：",
                "您好，|{{申请人}}|：",
                "您好，{|{申请人}}：",
                "您好，{{|申|请|人|}|}：",
                "您好，|{|{|申请|人}|}：",
                "您好，{{申请人|}}：",
                "您好，｛｛申请人｝｝：",
                "您好，{{ 申请人　}}："
            })
    void fieldIsFilledHoweverItIsSplitAndSpaced(String runs) {
        assertThat(first(VALUES, paragraph(runs.split("\\|")))).isEqualTo("您好，张某：");
    }

    @Test
    void valueHasTheFormatOfTheRunInWhichTheFieldBegins() {
        byte[] letter = LetterMerge.merge(
                zip(receipt(paragraph("您好，{{", "申请", "人}}同志（{{登记", "编号}}）"))), LetterKind.RECEIPT, VALUES);

        assertThat(part(letter, DOCUMENT))
                .contains("<w:sz w:val=\"20\"/></w:rPr><w:t xml:space=\"preserve\">您好，张某</w:t>")
                .contains("<w:sz w:val=\"22\"/></w:rPr><w:t xml:space=\"preserve\">同志（2025-012</w:t>")
                .contains("<w:sz w:val=\"23\"/></w:rPr><w:t xml:space=\"preserve\">）</w:t>");
    }

    @Test
    void valuesAreTextAndNeverMarkupNorFields() {
        Map<LetterField, String> values = Map.of(
                LetterField.APPLICANT, "<w:br/>&amp; \"某\"\u0000\uD800 {{登记编号}}", LetterField.REGISTRATION_NUMBER, "1");

        assertThat(first(values, paragraph("{{申请人}}"))).isEqualTo("<w:br/>&amp; \"某\" {{登记编号}}");
    }

    @Test
    void linesOfAValueBecomeBreaks() {
        byte[] letter = LetterMerge.merge(
                zip(receipt(paragraph("请看：{{", "申请内容}}。"))),
                LetterKind.RECEIPT,
                Map.of(LetterField.REQUEST_CONTENT, "一\r\n二\n\n三 \n"));

        assertThat(texts(letter).get(0)).isEqualTo("请看：一\n二\n\n三。");
        assertThat(part(letter, DOCUMENT)).contains("一</w:t><w:br/><w:t xml:space=\"preserve\">二</w:t><w:br/>");
    }

    @Test
    void paragraphWhoseFieldsAreAllEmptyGoes() {
        String first = paragraph("联系方式：{{机关联系方式}}");

        assertThat(first(VALUES, first, paragraph("{{文号}}"), paragraph("留下"))).isEqualTo("留下");
        assertThat(first(Map.of(LetterField.ORGAN_CONTACT, "办公室"), first)).isEqualTo("联系方式：办公室");
        assertThat(first(VALUES, paragraph("{{文号}}/{{登记编号}}"))).isEqualTo("/2025-012");
    }

    @Test
    void cellKeepsItsOnlyParagraphAndTheLastOneItsSection() {
        String table = "<w:tbl><w:tr><w:tc>" + paragraph("{{文号}}") + "</w:tc><w:tc>" + paragraph("一")
                + paragraph("{{文号}}") + "</w:tc></w:tr></w:tbl>";
        String section = paragraph("{{文号}}").replace("<w:p>", "<w:p><w:pPr><w:sectPr/></w:pPr>");
        byte[] letter = LetterMerge.merge(zip(receipt(table, paragraph("二"), section)), LetterKind.RECEIPT, VALUES);

        assertThat(part(letter, DOCUMENT))
                .contains("<w:tc><w:p><w:r>")
                .contains("<w:sectPr/>")
                .doesNotContain("文号");
        assertThat(part(letter, DOCUMENT).split("<w:p>", -1)).hasSize(6);
    }

    @Test
    void headersFootersNotesAndTextBoxesAreFilled() {
        Map<String, String> parts = receipt("<w:p><w:r><w:pict><w:txbxContent>" + paragraph("{{申", "请人}}")
                + "</w:txbxContent></w:pict></w:r><w:r><w:t>旁边{{登记编号}}</w:t></w:r></w:p>");
        parts.put(
                WordFiles.RELATIONS,
                relations(
                        relation("header", "header1.xml", false),
                        relation("footer", "/word/footer1.xml", false),
                        relation("footnotes", "footnotes.xml", false),
                        relation("styles", "styles.xml", false)));
        parts.put("word/header1.xml", WordFiles.xml("hdr", paragraph("{{登记编号}}")));
        parts.put("word/footer1.xml", WordFiles.xml("ftr", paragraph("{{登记", "编号}}")));
        parts.put(
                "word/footnotes.xml",
                WordFiles.xml("footnotes", "<w:footnote>" + paragraph("{{申请人}}") + "</w:footnote>"));
        parts.put("word/styles.xml", WordFiles.xml("styles", ""));
        byte[] letter = LetterMerge.merge(zip(parts), LetterKind.RECEIPT, VALUES);

        assertThat(part(letter, "word/header1.xml")).contains(">2025-012<");
        assertThat(part(letter, "word/footer1.xml")).contains(">2025-012<");
        assertThat(part(letter, "word/footnotes.xml")).contains(">张某<");
        assertThat(part(letter, DOCUMENT)).contains(">张某<", ">旁边2025-012<", "mc:Ignorable=\"w14\"");
        assertThat(part(letter, "word/styles.xml")).isEqualTo(parts.get("word/styles.xml"));
    }

    @Test
    void documentOfTheStandardIsFilledAsWell() {
        Map<String, String> parts = receipt(paragraph("{{申请人}}"));
        parts.replaceAll((name, xml) -> xml.replace(WordFiles.WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                .replace(WordFiles.RELATION, "http://purl.oclc.org/ooxml/officeDocument/relationships/"));

        assertThat(part(LetterMerge.merge(zip(parts), LetterKind.RECEIPT, VALUES), DOCUMENT))
                .contains(">张某<");
    }

    @Test
    void clerkWhoMadeTheTemplateIsNotNamedInTheLetter() {
        Map<String, String> parts = receipt();
        parts.put("docProps/core.xml", "<cp><creator>李某某</creator></cp>");
        byte[] letter = LetterMerge.merge(zip(parts), LetterKind.RECEIPT, Map.of(LetterField.ORGAN_NAME, "清河镇人民政府"));

        assertThat(part(letter, "docProps/core.xml"))
                .doesNotContain("李某某")
                .contains("<dc:title>登记回执</dc:title><dc:creator>清河镇人民政府</dc:creator>");
    }

    @Test
    void sameTemplateAndValuesGiveTheSameBytes() {
        byte[] template = zip(receipt(paragraph("{{申请人}}")));

        assertThat(LetterMerge.merge(template, LetterKind.RECEIPT, VALUES))
                .isEqualTo(LetterMerge.merge(template, LetterKind.RECEIPT, VALUES));
    }

    @ParameterizedTest
    @CsvSource({"姓明, 申请人", "申清人, 申请人", "登记号, 登记编号", "落款日其, 出具日期", "答复日期, 收到日期", "机关名, 机关名称"})
    void unknownFieldIsNamedWithThePlaceAndTheNearestOne(String name, String nearest) {
        Finding finding = finding(paragraph("一"), paragraph("您好，{{" + name, "}}"));

        assertThat(finding.rule()).isEqualTo("UNKNOWN_FIELD");
        assertThat(finding.fact()).isEqualTo(name);
        assertThat(finding.sentence()).isEqualTo("正文第2段：没有名为“" + name + "”的要素，您要写的可能是“" + nearest + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"天气", "", "completely-different-name-that-nobody-meant"})
    void nameThatIsLikeNoneGetsNoGuess(String name) {
        assertThat(finding(paragraph("{{" + name + "}}")).sentence())
                .isEqualTo("正文第1段：没有名为“" + name + "”的要素，可用的要素见文书模板说明");
    }

    @ParameterizedTest
    @CsvSource({
        "'致{{申请人', 'UNCLOSED_FIELD', '正文第1段：“{{申请人”没有写完，缺少“}}”；一个要素要写在同一段里'",
        "'致{{申请人{{登记编号}}', 'UNCLOSED_FIELD', '正文第1段：“{{申请人”没有写完，缺少“}}”；一个要素要写在同一段里'",
        "'致{{', 'UNCLOSED_FIELD', '正文第1段：“{{”没有写完，缺少“}}”；一个要素要写在同一段里'",
        "'请人}}：', 'UNOPENED_FIELD', '正文第1段：“请人}}”前面缺少“{{”；一个要素要写在同一段里'"
    })
    void halfAFieldIsNamed(String text, String rule, String sentence) {
        Finding finding = finding(paragraph(text.split("(?<=\\{)")));

        assertThat(finding.rule()).isEqualTo(rule);
        assertThat(finding.sentence()).isEqualTo(sentence);
    }

    @Test
    void singleBracesAreText() {
        assertThat(first(VALUES, paragraph("{申请人}"))).isEqualTo("{申请人}");
    }

    @Test
    void fieldOfAnotherLetterIsRefused() {
        assertThat(finding(paragraph("{{缴费期限}}")).sentence()).isEqualTo("正文第1段：要素“缴费期限”不能用在登记回执里，它只用于收费通知书");
    }

    @Test
    void answerWithoutRemediesIsRefused() {
        byte[] template =
                zip(WordFiles.document(paragraph(LetterField.requiredIn(LetterKind.ANSWER_STATE_SECRET).stream()
                        .filter(field -> field != LetterField.REMEDIES)
                        .map(LetterField::placeholder)
                        .toArray(String[]::new))));
        TemplateRefused refused = catchThrowableOfType(
                TemplateRefused.class, () -> LetterMerge.merge(template, LetterKind.ANSWER_STATE_SECRET, VALUES));

        assertThat(refused.findings()).hasSize(1);
        assertThat(refused).hasMessage("不予公开告知书（国家秘密）必须有要素 {{救济告知}}（" + LetterField.REMEDIES.description() + "），模板里没有");
    }

    @Test
    void everyFaultIsNamedAtOnceInThePartWhereItStands() {
        Map<String, String> parts = WordFiles.document(paragraph("{{甲}}{{乙"));
        parts.put(WordFiles.RELATIONS, relations(relation("footer", "footer1.xml", false)));
        parts.put("word/footer1.xml", WordFiles.xml("ftr", paragraph("{{补正事项}}")));
        TemplateRefused refused = refused(parts);

        assertThat(refused.findings())
                .extracting(Finding::rule)
                .startsWith("UNCLOSED_FIELD", "UNKNOWN_FIELD", "FIELD_OF_OTHER_LETTERS")
                .containsOnlyOnce("UNKNOWN_FIELD")
                .endsWith("MISSING_FIELD");
        assertThat(refused.findings())
                .hasSize(3 + LetterField.requiredIn(LetterKind.RECEIPT).size());
        assertThat(refused.findings().get(2).sentence()).startsWith("页脚第1段：");
    }
}
