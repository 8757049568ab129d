package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.application.register.RegisterFiles.csv;
import static org.disclosureledger.application.register.RegisterFiles.read;
import static org.disclosureledger.application.register.RegisterFiles.refusal;
import static org.disclosureledger.application.register.RegisterLayout.REQUESTS;
import static org.disclosureledger.application.register.RegisterLayout.TALLIES;

import java.nio.file.Path;
import org.disclosureledger.application.register.UnreadableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    private static final String ROW = "\n行政许可,2024,7\n";

    @TempDir
    Path folder;

    @Test
    void headersComeInAnyOrder() {
        assertThat(read(csv(folder, "事项,年度,数量" + ROW), TALLIES).getFirst().values())
                .containsEntry("year", "2024")
                .containsEntry("item", "licences")
                .containsEntry("amount", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 年度 ", "年 度", "\"年\n度\"", "年\u3000度", "\u200B年度\uFEFF", "\u00A0年度"})
    void whiteSpaceInHeadersDoesNotMatter(String year) {
        assertThat(read(csv(folder, "事项," + year + ",数量" + ROW), TALLIES)
                        .getFirst()
                        .values())
                .containsEntry("year", "2024");
    }

    @Test
    void everyMissingHeaderIsNamedAndWhatWasReadInstead() {
        UnreadableFile refusal = refusal(csv(folder, "登记编号,日期,申请人类型,申请人\n1,2,3,张三\n"), REQUESTS);

        assertThat(refusal.reason()).isEqualTo(Reason.MISSING_HEADER);
        assertThat(refusal).hasMessageContaining("缺少表头：收到日期、申请渠道、申请内容").hasMessageContaining("登记编号、日期、申请人类型、申请人");
        assertThat(refusal.getMessage()).doesNotContain("张三");
    }

    @Test
    void rowOfDataInPlaceOfTheHeaderIsNotQuoted() {
        UnreadableFile refusal = refusal(csv(folder, "1,2024-03-05,张三,110101199001011234\n"), REQUESTS);

        assertThat(refusal.reason()).isEqualTo(Reason.MISSING_HEADER);
        assertThat(refusal.getMessage()).doesNotContain("张三", "110101199001011234");
    }

    @Test
    void onlyTheColumnsOfRequiredFactsMustExist() {
        assertThat(read(csv(folder, "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n1,,,,,\n"), REQUESTS))
                .hasSize(1);
    }

    @Test
    void headerTwiceIsRefused() {
        assertThat(refusal(csv(folder, "事项,年度,数量,年 度" + ROW), TALLIES))
                .hasMessageContaining("年度")
                .extracting(UnreadableFile::reason)
                .isEqualTo(Reason.DUPLICATE_HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"处理决定统计,,\n", "\n", "某单位,,\n2024年,,\n\n"})
    void headerBelowTheFirstRowIsPointedOut(String above) {
        int row = above.split("\n", -1).length;

        assertThat(refusal(csv(folder, above + "事项,年度,数量" + ROW), TALLIES)).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.HEADER_NOT_FIRST);
            assertThat(refusal).hasMessageContaining("表头应在第1行，文件中在第" + row + "行");
        });
    }

    @Test
    void headerFarBelowIsMissing() {
        assertThat(refusal(csv(folder, "\n\n\n\n\n事项,年度,数量" + ROW), TALLIES).reason())
                .isEqualTo(Reason.MISSING_HEADER);
    }

    @Test
    void headerAloneIsARegisterWithoutRows() {
        assertThat(read(csv(folder, "事项,年度,数量"), TALLIES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", " , ,\n"})
    void emptyFileIsRefused(String content) {
        assertThat(refusal(csv(folder, content), TALLIES).reason()).isEqualTo(Reason.EMPTY);
    }
}
