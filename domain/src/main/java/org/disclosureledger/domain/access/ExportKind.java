package org.disclosureledger.domain.access;

import org.disclosureledger.domain.Coded;

/** What left the house as a file. */
public enum ExportKind implements Coded {
    REGISTER("register", "台账"),
    REGISTER_LIST("registerList", "台账列表"),
    PUBLICATIONS("publications", "主动公开信息"),
    REPORT("report", "年度报告"),
    FIGURES("figures", "图表和比较的数据"),
    IMPORT_FINDINGS("importFindings", "导入时指出的问题"),
    CALENDAR("calendar", "工作日历"),
    VERIFICATION("verification", "核验结果"),
    AUDIT_PACKAGE("auditPackage", "审计包"),
    ARCHIVE_PACKAGE("archivePackage", "移交档案机构的档案包");

    private final String id;
    private final String label;

    ExportKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }
}
