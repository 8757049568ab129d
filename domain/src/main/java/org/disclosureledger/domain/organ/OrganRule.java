package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections to commands on an organ. */
public enum OrganRule implements Rule {
    ORGAN_EXISTS("《政府信息公开条例》第二十七条", "机关代码 %s 已被“%s”使用"),
    ORGAN_UNKNOWN("《政府信息公开条例》第二十七条", "没有代码为 %s 的机关"),
    NAME_MISSING("《政府信息公开条例》第二十七条", "机关名称必填，不超过 100 个字"),
    CHOICE_OF_ANOTHER_RULE("法定统计表口径", "“%s”不是“%s”的做法"),
    FROM_IMPOSSIBLE_YEAR("国办公开办函〔2021〕30号", "起用年度应在 %s 年至 %s 年之间"),
    DAY_OUT_OF_RANGE("《政府信息公开条例》第四十九条（本系统约定）", "日期应在 %s 至 %s 之间"),
    OWN_SUPERIOR("《政府信息公开条例》第四十九条（本系统约定）", "机关不能隶属于自己"),
    SUPERIOR_IN_CIRCLE("《政府信息公开条例》第四十九条（本系统约定）", "这样到%s，%s 会直接或者逐级隶属于自己：请先更正其下机关的隶属关系"),
    SUPERIOR_CEASED("《政府信息公开条例》第四十九条（本系统约定）", "%s 已于%s撤并，不能再作上级"),
    CEASED_ORGAN_PLACED("《政府信息公开条例》第四十九条（本系统约定）", "本机关已于%s撤并，此后没有隶属关系"),
    MERGED_INTO_ITSELF("《政府信息公开条例》第四十九条（本系统约定）", "机关不能并入自己"),
    MERGED_INTO_CEASED("《政府信息公开条例》第四十九条（本系统约定）", "%s 已于%s撤并，不能承接"),
    NOT_MERGED("《政府信息公开条例》第四十九条（本系统约定）", "本机关没有登记过撤并"),
    MERGER_WITHDRAWN_WITHOUT_REASON("《政府信息公开条例》第四十九条（本系统约定）", "请写明撤销撤并登记的理由");

    private final String ground;
    private final String sentence;

    OrganRule(String ground, String sentence) {
        this.ground = ground;
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return ground;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
