package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1", "'''-1"})
    void whatASpreadsheetCouldRunGetsOneApostropheAndLosesOne(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "''", "'甲", "甲=1", "1-1", " =1", "\"=1", "2024-03-05"})
    void otherTextIsLeftAlone(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }
}
