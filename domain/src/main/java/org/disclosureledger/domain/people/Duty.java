package org.disclosureledger.domain.people;

/**
 * A kind of duty. No account unites two of them: whoever makes accounts does not empower them, whoever empowers does not
 * act, whoever looks at the traces makes none but his own (三员分立, Personal Information Protection Law art. 51(4)).
 */
public enum Duty {
    /** The work on requests, tables and reports. */
    BUSINESS("业务岗位"),
    /** Keeps the system running, opens and suspends accounts. */
    SYSTEM("系统管理"),
    /** Says who may do what. */
    SECURITY("安全管理"),
    /** Looks at who did and who read what. */
    AUDIT("审计管理");

    private final String label;

    Duty(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
