package org.disclosureledger.domain.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterKindTest {

    @ParameterizedTest
    @EnumSource
    void everyResultHasItsOwnAnswer(Outcome outcome) {
        LetterKind answer = LetterKind.answering(outcome);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.isAnswer()).isTrue();
        assertThat(answer.id()).isEqualTo("answer." + outcome.id());
    }

    @Test
    void lettersOfTheProcedureTellNoResult() {
        assertThat(Arrays.stream(LetterKind.values()).filter(k -> !k.isAnswer()))
                .extracting(LetterKind::id)
                .containsExactly(
                        "receipt",
                        "correctionNotice",
                        "extensionNotice",
                        "thirdPartyConsultation",
                        "organConsultation",
                        "feeNotice",
                        "reasonsNotice",
                        "laterDateNotice");
        assertThat(LetterKind.values()).hasSize(8 + Outcome.values().length);
    }

    @Test
    void identifiersLeadBackAndTitlesDiffer() {
        assertThat(LetterKind.values()).allMatch(kind -> LetterKind.of(kind.id()) == kind);
        assertThat(Arrays.stream(LetterKind.values()).map(LetterKind::label))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThatThrownBy(() -> LetterKind.of("receipts"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("receipts");
    }
}
