package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule fires in a case of its own and spares the case beside it; a new rule fails here until it is shown. */
class RequestRuleTest {

    private static Map<RequestRule, RuleCase> cases() {
        return Stream.of(
                        RegisterCases.all(),
                        ReceiptCases.all(),
                        CorrectionAndExtensionCases.all(),
                        ConsultationCases.all(),
                        FeeAndReasonsCases.all(),
                        AnswerCases.all(),
                        AfterTheAnswerCases.all())
                .flatMap(List::stream)
                .collect(Collectors.toMap(RuleCase::rule, Function.identity()));
    }

    private static RuleCase shown(RequestRule rule) {
        return Objects.requireNonNull(cases().get(rule), () -> "no case shows " + rule);
    }

    @ParameterizedTest
    @EnumSource
    void ruleFires(RequestRule rule) {
        Scenario.Told told = shown(rule).fires().get();

        List<Finding> objections = told.judgement().findings().stream()
                .filter(f -> f.rule().equals(rule.name()))
                .toList();
        assertThat(objections).as("%s among %s", rule, told.rules()).hasSize(1);
        assertThat(objections.get(0).ground()).isEqualTo(rule.ground());
        assertThat(objections.get(0).sentence()).doesNotContain("%", "null");
        assertThat(told.judgement().events().isEmpty())
                .isEqualTo(told.judgement().faulty());
        if (rule.severity() == Severity.WARNING) {
            assertThat(told.judgement().faulty())
                    .as("%s in a case without fault", rule)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ruleSparesTheCaseBesideIt(RequestRule rule) {
        Scenario.Told told = shown(rule).spares().get();

        assertThat(told.rules()).doesNotContain(rule.name());
        assertThat(told.judgement().faulty()).as("%s", told.rules()).isFalse();
    }

    @Test
    void noRuleIsShownTwice() {
        assertThat(cases()).hasSize(RequestRule.values().length);
    }
}
