package org.disclosureledger.domain.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.CommandRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganRulesTest {

    private static final OrganCode CODE = new OrganCode("410308-cg");
    private static final Organ KNOWN = new Organ.Established("城关镇人民政府");

    /** What these commands are about is no other organ's business. */
    private static List<OrganEvent> handle(OrganCommand command, Organ organ) {
        return OrganRules.handle(command, organ, new HierarchyRulesTest.Stated());
    }

    private static OrganCommand establish(String name) {
        return new OrganCommand.EstablishOrgan(CODE, name, null);
    }

    @Test
    void organIsEstablishedOnce() {
        assertThat(handle(establish("城关镇人民政府"), new Organ.Unknown()))
                .containsExactly(new OrganEvent.OrganEstablished(CODE, "城关镇人民政府", null));
        assertThat(handle(establish("城关镇人民政府"), KNOWN)).isEmpty();
    }

    @Test
    void codeOfAnotherOrganIsRefused() {
        assertThatThrownBy(() -> handle(establish("平乐镇人民政府"), KNOWN))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings().get(0).rule()).isEqualTo("ORGAN_EXISTS"));
    }

    /** What belongs to no organ stands under this code. */
    @Test
    void codeThatStandsForAllIsNobodys() {
        assertThatThrownBy(() ->
                        handle(new OrganCommand.EstablishOrgan(OrganCode.ALL, "某镇人民政府", null), new Organ.Unknown()))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings().get(0).rule()).isEqualTo("ORGAN_EXISTS"));
    }

    @Test
    void renamingKeepsBothNames() {
        assertThat(handle(new OrganCommand.RenameOrgan(CODE, "城关街道办事处"), KNOWN))
                .containsExactly(new OrganEvent.OrganRenamed(CODE, "城关镇人民政府", "城关街道办事处"));
        assertThat(handle(new OrganCommand.RenameOrgan(CODE, "城关镇人民政府"), KNOWN)).isEmpty();
    }

    @Test
    void unknownOrganIsNotRenamed() {
        assertThatThrownBy(() -> handle(new OrganCommand.RenameOrgan(CODE, "某镇"), new Organ.Unknown()))
                .isInstanceOf(CommandRejected.class);
    }

    @Test
    void nameIsRequired() {
        assertThatThrownBy(() -> handle(establish(" "), new Organ.Unknown())).isInstanceOf(CommandRejected.class);
    }

    private static Organ after(OrganEvent... events) {
        Organ organ = KNOWN;
        for (OrganEvent event : events) {
            organ = organ.evolve(event);
        }
        return organ;
    }

    @Test
    void secondPersonApprovesWhatTheOrganWantsUntilItDoesNot() {
        OrganCommand want = new OrganCommand.SetApproval(CODE, ApprovedStep.DECISION, true);
        OrganCommand drop = new OrganCommand.SetApproval(CODE, ApprovedStep.DECISION, false);
        OrganEvent wanted = new OrganEvent.ApprovalRequired(CODE, ApprovedStep.DECISION);
        OrganEvent dropped = new OrganEvent.ApprovalDropped(CODE, ApprovedStep.DECISION);

        assertThat(handle(drop, KNOWN)).isEmpty();
        assertThat(handle(want, KNOWN)).containsExactly(wanted);
        assertThat(handle(want, after(wanted))).isEmpty();
        assertThat(handle(drop, after(wanted))).containsExactly(dropped);
        assertThat(KNOWN.requiresApproval(ApprovedStep.DECISION)).isFalse();
        assertThat(after(wanted).requiresApproval(ApprovedStep.DECISION)).isTrue();
        assertThat(after(wanted).requiresApproval(ApprovedStep.EXTENSION)).isFalse();
        assertThat(after(wanted, dropped).requiresApproval(ApprovedStep.DECISION))
                .isFalse();
        assertThat(after(wanted, new OrganEvent.OrganRenamed(CODE, "城关镇人民政府", "城关街道办事处"))
                        .requiresApproval(ApprovedStep.DECISION))
                .isTrue();
        assertThatThrownBy(() -> handle(want, new Organ.Unknown())).isInstanceOf(CommandRejected.class);
    }

    private static OrganCommand choose(CountingRule rule, CountingChoice choice, int fromYear) {
        return new OrganCommand.ChooseCountingRule(CODE, rule, choice, fromYear, LocalDate.of(2025, 11, 3));
    }

    private static String refused(OrganCommand command) {
        try {
            handle(command, KNOWN);
            return "";
        } catch (CommandRejected e) {
            return e.findings().get(0).rule();
        }
    }

    @Test
    void choiceIsRecordedWithItsVersion() {
        OrganEvent.CountingRuleChosen chosen = new OrganEvent.CountingRuleChosen(
                CODE, CountingRule.REMEDY_INSTANCES, CountingChoice.EACH_INSTANCE, 1, 2025);
        OrganCommand choice = choose(CountingRule.REMEDY_INSTANCES, CountingChoice.EACH_INSTANCE, 2025);

        assertThat(handle(choice, KNOWN)).containsExactly(chosen);
        assertThat(handle(choice, KNOWN.evolve(chosen))).isEmpty();
        Organ back = KNOWN.evolve(chosen)
                .evolve(new OrganEvent.OrganRenamed(CODE, "城关镇人民政府", "城关街道办事处"))
                .evolve(new OrganEvent.CountingRuleChosen(
                        CODE, CountingRule.REMEDY_INSTANCES, CountingChoice.ONE_CHAIN, 1, 2026));
        assertThat(handle(choice, back)).containsExactly(chosen);
    }

    @Test
    void choiceBelongsToItsRule() {
        assertThat(refused(choose(CountingRule.REQUEST_REANSWER, CountingChoice.ONE_CHAIN, 2025)))
                .isEqualTo("CHOICE_OF_ANOTHER_RULE");
    }

    @ParameterizedTest
    @CsvSource({"2020, FROM_IMPOSSIBLE_YEAR", "2021, ''", "2026, ''", "2027, FROM_IMPOSSIBLE_YEAR"})
    void choiceHoldsFromAYearOfTheFormUpToTheNext(int fromYear, String rule) {
        assertThat(refused(choose(CountingRule.REQUEST_REANSWER, CountingChoice.LATEST_ANSWER, fromYear)))
                .isEqualTo(rule);
    }

    @Test
    void unknownOrganChoosesNothing() {
        assertThatThrownBy(() -> handle(
                        choose(CountingRule.REQUEST_REANSWER, CountingChoice.LATEST_ANSWER, 2025), new Organ.Unknown()))
                .isInstanceOf(CommandRejected.class);
        assertThat(new Organ.Unknown()
                        .evolve(new OrganEvent.CountingRuleChosen(
                                CODE, CountingRule.REQUEST_REANSWER, CountingChoice.LATEST_ANSWER, 1, 2025)))
                .isEqualTo(new Organ.Unknown());
    }

    @Test
    void everyRuleHasItsOwnChoicesAndADefault() {
        for (CountingRule rule : CountingRule.values()) {
            assertThat(rule.choices()).hasSizeGreaterThan(1).contains(rule.byDefault());
        }
        assertThat(CountingRule.REMEDY_INSTANCES.byDefault()).isEqualTo(CountingChoice.ONE_CHAIN);
        assertThat(CountingRule.REQUEST_REANSWER.byDefault()).isEqualTo(CountingChoice.FIRST_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a b", "-a", "机关?"})
    void codeMustBeFitForAnAddress(String code) {
        assertThat(OrganCode.isValid(code)).isFalse();
        assertThatThrownBy(() -> new OrganCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"410308-cg", "11420100MB0000000X", "城关镇", "a.b_c"})
    void usualCodesAreAccepted(String code) {
        assertThat(OrganCode.isValid(code)).isTrue();
    }
}
