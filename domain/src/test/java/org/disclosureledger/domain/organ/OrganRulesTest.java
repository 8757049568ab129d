package org.disclosureledger.domain.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.disclosureledger.domain.CommandRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganRulesTest {

    private static final OrganCode CODE = new OrganCode("410308-cg");
    private static final Organ KNOWN = new Organ.Established("城关镇人民政府");

    private static OrganCommand establish(String name) {
        return new OrganCommand.EstablishOrgan(CODE, name, null);
    }

    @Test
    void organIsEstablishedOnce() {
        assertThat(OrganRules.handle(establish("城关镇人民政府"), new Organ.Unknown()))
                .containsExactly(new OrganEvent.OrganEstablished(CODE, "城关镇人民政府", null));
        assertThat(OrganRules.handle(establish("城关镇人民政府"), KNOWN)).isEmpty();
    }

    @Test
    void codeOfAnotherOrganIsRefused() {
        assertThatThrownBy(() -> OrganRules.handle(establish("平乐镇人民政府"), KNOWN))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e -> assertThat(e.findings().get(0).rule()).isEqualTo("ORGAN_EXISTS"));
    }

    @Test
    void renamingKeepsBothNames() {
        assertThat(OrganRules.handle(new OrganCommand.RenameOrgan(CODE, "城关街道办事处"), KNOWN))
                .containsExactly(new OrganEvent.OrganRenamed(CODE, "城关镇人民政府", "城关街道办事处"));
        assertThat(OrganRules.handle(new OrganCommand.RenameOrgan(CODE, "城关镇人民政府"), KNOWN))
                .isEmpty();
    }

    @Test
    void unknownOrganIsNotRenamed() {
        assertThatThrownBy(() -> OrganRules.handle(new OrganCommand.RenameOrgan(CODE, "某镇"), new Organ.Unknown()))
                .isInstanceOf(CommandRejected.class);
    }

    @Test
    void nameIsRequired() {
        assertThatThrownBy(() -> OrganRules.handle(establish(" "), new Organ.Unknown()))
                .isInstanceOf(CommandRejected.class);
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
