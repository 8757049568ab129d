package org.disclosureledger.domain.people;

/** Something that can be done in the product, as far as who may do it is concerned. */
public enum Right {
    /** Everybody who has signed in: the first page, the fee calculator, one's own password. */
    COME_IN("使用系统"),
    /** To see cases, registers, tables and reports of an organ. */
    READ("查看案件和报表"),
    /** To see who applied, how to reach them and what they ask for. */
    READ_IDENTITY("查看申请人信息"),
    /** To take in requests, enter and import register rows. */
    RECEIVE("登记申请和台账"),
    /** To take the steps before an answer, to write letters, to correct. */
    HANDLE("办理申请"),
    /** To answer a request, to extend its period, to take it up again. */
    DECIDE("作出答复和延期"),
    /** To approve or return what others propose where an organ wants a second person, and to say where it does. */
    APPROVE("审核"),
    /** To report amounts and write the report's texts. */
    REPORT("编制年度报告"),
    /** To publish, amend and annotate annual reports, to waive checks. */
    PUBLISH("发布年度报告"),
    /** To change the calendar, the letter templates, the counting rules and the name of an organ. */
    SET_UP("设置机关"),
    /** To propose that personal data of closed cases be destroyed, and to export them for the archives before. */
    PROPOSE_DESTRUCTION("提出销毁个人信息"),
    /** To approve, as another person, that personal data be destroyed. */
    APPROVE_DESTRUCTION("批准销毁个人信息"),
    /** To establish organs, and to say which stands under which and which ceased. */
    ESTABLISH("建立机关"),
    /** To see the whole ledger: heads, verifications, audit packages, events that could not be processed. */
    AUDIT("审计台账"),
    /** To retry parked events, to rebuild read models. */
    OPERATE("维护系统"),
    /** To open, suspend and resume accounts and to issue first passwords. */
    KEEP_ACCOUNTS("管理账号"),
    /** To grant and withdraw roles. */
    EMPOWER("授予岗位"),
    /** To see accounts with their roles. */
    SEE_ACCOUNTS("查看账号和岗位");

    private final String label;

    Right(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is held over the whole installation and not over one organ. */
    public boolean everywhere() {
        return switch (this) {
            case COME_IN, ESTABLISH, AUDIT, OPERATE, KEEP_ACCOUNTS, EMPOWER, SEE_ACCOUNTS, APPROVE_DESTRUCTION -> true;
            case READ, READ_IDENTITY, RECEIVE, HANDLE, DECIDE, APPROVE, REPORT, PUBLISH, SET_UP, PROPOSE_DESTRUCTION ->
                false;
        };
    }
}
