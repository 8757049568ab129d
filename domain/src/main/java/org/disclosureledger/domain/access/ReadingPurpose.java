package org.disclosureledger.domain.access;

import org.disclosureledger.domain.Coded;

/** Where personal data was shown. */
public enum ReadingPurpose implements Coded {
    CASE_FILE("caseFile", "案件"),
    CORRECTION("correction", "更正"),
    REMEDY("remedy", "复议诉讼案件"),
    LETTER("letter", "文书"),
    ATTACHMENT("attachment", "附件"),
    APPLICANT_SEARCH("applicantSearch", "按申请人查找"),
    IMPORT_FINDINGS("importFindings", "导入时指出的问题");

    private final String id;
    private final String label;

    ReadingPurpose(String id, String label) {
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
