package org.disclosureledger.application.security;

import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.people.Role;

/**
 * The accounts that are there from the first start. The first does all business of a small office that has one clerk; it
 * neither makes nor empowers accounts. The other three keep those duties apart, one person each.
 */
public enum BuiltInAccount {
    ADMIN("admin", "全部业务"),
    SYSADMIN("sysadmin", "系统管理员"),
    SECADMIN("secadmin", "安全管理员"),
    AUDITADMIN("auditadmin", "审计管理员");

    private final String login;
    private final String label;

    BuiltInAccount(String login, String label) {
        this.login = login;
        this.label = label;
    }

    public String login() {
        return login;
    }

    public String label() {
        return label;
    }

    /** Its property in the configuration; also the name of its environment variable, in capitals. */
    String property() {
        return "ledger." + login + "-password";
    }

    String variable() {
        return "LEDGER_" + name() + "_PASSWORD";
    }

    /** Held over the whole installation. */
    Set<Right> rights() {
        return switch (this) {
            case ADMIN ->
                EnumSet.complementOf(
                        EnumSet.of(Right.KEEP_ACCOUNTS, Right.EMPOWER, Right.SEE_ACCOUNTS, Right.APPROVE_DESTRUCTION));
            case SYSADMIN -> Role.SYSTEM_ADMIN.rights();
            case SECADMIN -> Role.SECURITY_ADMIN.rights();
            case AUDITADMIN -> Role.AUDIT_ADMIN.rights();
        };
    }
}
