package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {

    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "2024-3-5",
                "2024/3/5",
                "2024/03/05",
                "2024.3.5",
                "2024年3月5日",
                "2024年03月05日",
                "２０２４年３月５日",
                "２０２４－０３－０５",
                " 2024-03-05\u3000",
                "2024-03-05 00:00:00",
                "2024/3/5 0:00",
                "2024-03-05T00:00:00"
            })
    void everyAcceptedFormOfADateIsTheSameDay(String text) {
        assertThat(read(RequestFact.RECEIVED_ON, text)).isEqualTo("2024-03-05");
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30, IMPOSSIBLE_DATE",
        "2023.2.29, IMPOSSIBLE_DATE",
        "2024年13月1日, IMPOSSIBLE_DATE",
        "1899-12-31, DATE_OUT_OF_RANGE",
        "2201-01-01, DATE_OUT_OF_RANGE",
        "45356, NOT_A_DATE",
        "20240305, NOT_A_DATE",
        "2024-03/05, NOT_A_DATE",
        "03/05/2024, NOT_A_DATE",
        "2024年3月, NOT_A_DATE",
        "2024-03-05 25:00, NOT_A_DATE",
        "未知, NOT_A_DATE"
    })
    void whatIsNoDateIsAFaultThatQuotesIt(String text, FileRule rule) {
        assertThat(read(RequestFact.RECEIVED_ON, text)).isNull();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.name());
            assertThat(finding.fact()).isEqualTo("receivedOn");
            assertThat(finding.sentence()).contains(text);
        });
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeIsReadByIdentifierLabelAndLabelWithGroup(Outcome outcome) {
        assertThat(read(RequestFact.OUTCOME, outcome.id())).isEqualTo(outcome.id());
        assertThat(read(RequestFact.OUTCOME, outcome.label())).isEqualTo(outcome.id());
        assertThat(read(RequestFact.OUTCOME, outcome.group() + "/" + outcome.label()))
                .isEqualTo(outcome.id());
        assertThat(read(RequestFact.OUTCOME, Codes.of(RequestFact.OUTCOME).label(outcome.id())))
                .isEqualTo(outcome.id());
    }

    @ParameterizedTest
    @CsvSource({
        "不予公开／属于国家秘密, refused.stateSecret",
        "1.属于国家秘密, refused.stateSecret",
        "1．属于国家秘密, refused.stateSecret",
        "（三）不予公开/1.属于国家秘密, refused.stateSecret",
        "不予公开 / 属于 国家秘密, refused.stateSecret",
        "（一）予以公开, granted",
        "一、予以公开, granted",
        "部分公开（区分处理的，只计这一情形，不计其他情形）, partiallyGranted",
        "3、危及三安全一稳定, refused.threeSecuritiesOneStability",
        "其他处理/其他, other.other",
        "其他, other.other"
    })
    void outcomesAreReadAsTheFormPrintsThem(String text, String id) {
        assertThat(read(RequestFact.OUTCOME, text)).isEqualTo(id);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不予公开", "无法提供", "不予公开/重复申请", "公开", "refused"})
    void outcomeThatIsNoneOfTheTwentyOneIsAFaultWithExamples(String text) {
        assertThat(read(RequestFact.OUTCOME, text)).isNull();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("UNKNOWN_CODE");
            assertThat(finding.sentence()).contains(text, "不予公开/属于国家秘密");
        });
    }

    @Test
    void unknownCodeListsWhatIsAccepted() {
        assertThat(read(RequestFact.CHANNEL, "飞鸽")).isNull();
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("飞鸽", "当面、邮寄、网络、电子邮件、传真、其他"));
    }

    @ParameterizedTest
    @CsvSource({"是, true", "否, false", "true, true", "FALSE, false", " 是 , true"})
    void yesAndNoAreRead(String text, String value) {
        assertThat(read(RemedyFact.AFTER_RECONSIDERATION, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y", "√", "1", "不详"})
    void otherWordsForYesAreFaults(String text) {
        assertThat(read(RemedyFact.AFTER_RECONSIDERATION, text)).isNull();
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("是、否"));
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024", "2024年, 2024", "２０２４, 2024", "1949, 1949", "2200, 2200"})
    void yearsAreRead(String text, String value) {
        assertThat(read(TallyFact.YEAR, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1948", "2201", "24", "2024.0", "2024-01-01"})
    void otherYearsAreFaults(String text) {
        assertThat(read(TallyFact.YEAR, text)).isNull();
        assertThat(findings).extracting(Finding::rule).containsExactly("NOT_A_YEAR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234.50|1234.50", "0.0000|0.0000", "１２．３４|12.34", "12|12", "-3|-3", "1，234|1234", "007|7"})
    void amountsKeepTheScaleAsWritten(String text, String value) {
        assertThat(read(TallyFact.AMOUNT, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "1E-2", "12,34", "1,2345", "12万", ".5", "5.", "--1", "十二", "1 000"})
    void otherAmountsAreFaults(String text) {
        assertThat(read(TallyFact.AMOUNT, text)).isNull();
        assertThat(findings).extracting(Finding::rule).containsExactly("NOT_AN_AMOUNT");
    }

    @Test
    void textIsTrimmedAndItsLineBreaksAreOfOneKind() {
        assertThat(read(RequestFact.CONTENT, "\u3000\u00A0一\r\n二\r三\t \uFEFF")).isEqualTo("一\n二\n三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲\u0000乙", "甲\u0007乙", "甲\u0085乙", "甲\uFFFE乙", "甲\uD800乙"})
    void controlCharactersAreFaultsThatDoNotQuote(String text) {
        assertThat(read(RequestFact.APPLICANT, text)).isNull();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("CONTROL_CHARACTER");
            assertThat(finding.sentence()).doesNotContain("甲", "乙");
        });
    }

    @Test
    void textHasALengthThatDependsOnTheFact() {
        assertLongest(RequestFact.REGISTRATION_NUMBER, 100);
        assertLongest(RemedyFact.CASE_NUMBER, 100);
        assertLongest(DocumentFact.DOCUMENT_NUMBER, 100);
        assertLongest(DocumentFact.TITLE, 500);
        assertLongest(RequestFact.APPLICANT, 200);
        assertLongest(RequestFact.CONTENT, 20_000);
    }

    @Test
    void remarkHasALengthAndIsNeverQuoted() {
        String longest = "𠮷".repeat(FactReader.LONGEST_REMARK);

        assertThat(new FactReader(findings).readRemark("备注", RawCell.text(longest)))
                .isEqualTo(longest);
        assertThat(new FactReader(findings).readRemark("备注", RawCell.text(longest + "密")))
                .isNull();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.fact()).isEqualTo("remark:备注");
            assertThat(finding.sentence()).doesNotContain("密", "𠮷");
        });
    }

    @Test
    void quotedValueIsShortened() {
        read(RequestFact.RECEIVED_ON, "长".repeat(1000));

        assertThat(findings.getFirst().sentence()).hasSizeLessThan(100);
    }

    private void assertLongest(Fact fact, int length) {
        findings.clear();
        assertThat(read(fact, "长".repeat(length))).hasSize(length);
        assertThat(findings).isEmpty();
        assertThat(read(fact, "长".repeat(length + 1))).isNull();
        assertThat(findings).extracting(Finding::rule).containsExactly("TOO_LONG");
    }

    private @Nullable String read(Fact fact, String text) {
        return new FactReader(findings).read(fact, RawCell.text(text));
    }
}
