package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterLayoutTest {

    @Test
    void headersAreThoseOfTheContract() {
        assertThat(headers(RegisterLayout.REQUESTS))
                .containsExactly(
                        "登记编号 收到日期 申请渠道 申请人类型 申请人 证件号码 联系方式 通信地址 申请内容 补正告知日期 补正日期 延期告知日期 征求意见日期 意见反馈日期 收费通知日期 缴费日期 答复日期 答复文号 处理结果 送达日期"
                                .split(" "));
        assertThat(headers(RegisterLayout.REMEDIES))
                .containsExactly("案件编号", "程序", "经过复议", "登记编号", "受理日期", "审结日期", "结果");
        assertThat(headers(RegisterLayout.DOCUMENTS)).containsExactly("类别", "文号", "标题", "制发日期", "废止日期");
        assertThat(headers(RegisterLayout.TALLIES)).containsExactly("年度", "事项", "数量");
    }

    @ParameterizedTest
    @EnumSource(RegisterLayout.class)
    void registersAreFoundByTheirIdentifiers(RegisterLayout layout) {
        assertThat(RegisterLayout.byId(layout.id())).contains(layout);
        assertThat(RegisterLayout.byId(layout.name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RegisterLayout.class)
    void everyCodeColumnHasItsWords(RegisterLayout layout) {
        layout.facts().stream()
                .filter(fact -> fact.type() == FactType.CODE)
                .forEach(fact -> assertThat(Codes.of(fact).hint()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(RegisterLayout.class)
    void whatIdentifiesARowIsMandatory(RegisterLayout layout) {
        assertThat(layout.mandatoryFacts()).containsAll(layout.keyFacts());
    }

    private static List<String> headers(RegisterLayout layout) {
        return layout.facts().stream().map(Fact::label).toList();
    }
}
