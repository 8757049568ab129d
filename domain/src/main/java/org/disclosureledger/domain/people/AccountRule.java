package org.disclosureledger.domain.people;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections to commands on accounts. */
public enum AccountRule implements Rule {
    LOGIN_FORM("用户名应为 2 至 32 个小写字母、数字、点、连字符或下划线，以字母开头"),
    LOGIN_TAKEN("用户名 %s 已有人使用；用户名不能再给别人"),
    ACCOUNT_UNKNOWN("没有这个账号"),
    REASON_MISSING("请写明理由，不超过 200 个字"),
    DUTIES_APART("%s不能与%s由同一账号担任：开设账号、授予岗位、办理业务、审计，各由不同的人负责"),
    NOT_ONESELF("不能对自己的账号这样做，须由另一位管理员办理"),
    FIRST_PASSWORD_KEPT("本人还没有更改首次密码，设定密码的人也知道它：请本人先登录更改，再授予岗位"),
    HOLDS_ROLES("这个账号还担任着岗位。设定密码的人知道密码：先由安全管理员收回岗位，重发密码、本人更改以后再授予"),
    SERVICE_HOLDS_NO_OFFICE("供其他系统使用的账号只能担任受理岗、承办岗、统计岗或监督岗"),
    SERVICE_HAS_NO_IDENTITY("供其他系统使用的账号不能绑定统一身份"),
    LINKED_ALREADY("这个账号已经绑定统一身份，请先解除再绑定"),
    IDENTITY_TAKEN("这个统一身份已经绑定在另一个账号上"),
    LINKED_BEFORE_ROLES("这个账号还担任着岗位。绑定的人也可以绑到自己的身份上：先由安全管理员收回岗位，绑定以后再授予");

    private static final String GROUND = "《中华人民共和国个人信息保护法》第五十一条";

    private final String sentence;

    AccountRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return GROUND;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
