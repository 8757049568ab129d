package org.disclosureledger.domain.people;

import java.util.Set;
import org.disclosureledger.domain.Coded;

/** What a person is in an organ. An account may hold several, but only of one {@link Duty}. */
public enum Role implements Coded {
    CLERK("clerk", "受理岗", Duty.BUSINESS),
    HANDLER("handler", "承办岗", Duty.BUSINESS),
    APPROVER("approver", "审批岗", Duty.BUSINESS),
    STATISTICIAN("statistician", "统计岗", Duty.BUSINESS),
    /** Reads an organ's whole record, and changes nothing. */
    AUDITOR("auditor", "监督岗", Duty.BUSINESS),
    SYSTEM_ADMIN("systemAdmin", "系统管理员", Duty.SYSTEM),
    SECURITY_ADMIN("securityAdmin", "安全管理员", Duty.SECURITY),
    AUDIT_ADMIN("auditAdmin", "审计管理员", Duty.AUDIT);

    private final String id;
    private final String label;
    private final Duty duty;

    Role(String id, String label, Duty duty) {
        this.id = id;
        this.label = label;
        this.duty = duty;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    public Duty duty() {
        return duty;
    }

    /** Whether another system may hold it: no approval by a machine, and no administration. */
    public boolean forServices() {
        return duty == Duty.BUSINESS && this != APPROVER;
    }

    /** With what everybody may who has signed in. */
    public Set<Right> rights() {
        return switch (this) {
            case CLERK ->
                Set.of(Right.COME_IN, Right.READ, Right.READ_IDENTITY, Right.RECEIVE, Right.PROPOSE_DESTRUCTION);
            case HANDLER ->
                Set.of(Right.COME_IN, Right.READ, Right.READ_IDENTITY, Right.RECEIVE, Right.HANDLE, Right.DECIDE);
            case APPROVER ->
                Set.of(
                        Right.COME_IN,
                        Right.READ,
                        Right.READ_IDENTITY,
                        Right.DECIDE,
                        Right.APPROVE,
                        Right.PUBLISH,
                        Right.SET_UP);
            case STATISTICIAN ->
                Set.of(Right.COME_IN, Right.READ, Right.RECEIVE, Right.REPORT, Right.PUBLISH, Right.SET_UP);
            case AUDITOR -> Set.of(Right.COME_IN, Right.READ);
            case SYSTEM_ADMIN ->
                Set.of(Right.COME_IN, Right.ESTABLISH, Right.OPERATE, Right.KEEP_ACCOUNTS, Right.SEE_ACCOUNTS);
            case SECURITY_ADMIN -> Set.of(Right.COME_IN, Right.EMPOWER, Right.SEE_ACCOUNTS, Right.APPROVE_DESTRUCTION);
            case AUDIT_ADMIN -> Set.of(Right.COME_IN, Right.AUDIT, Right.SEE_ACCOUNTS);
        };
    }
}
