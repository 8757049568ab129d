package org.disclosureledger.application.report;

import java.util.List;
import org.disclosureledger.application.office.XmlText;

/**
 * Whose tables were added up: printed after the prescribed parts of a consolidated report.
 *
 * @param rule the rule by which they were told, with its version
 */
public record SummedOrgans(String rule, List<SummedOrgan> organs) {

    /** The heading of the list. */
    static final String HEADING = "附：汇总的机关";

    public SummedOrgans {
        organs = List.copyOf(organs);
    }

    /**
     * One of them.
     *
     * @param source {@code published}, {@code external}, {@code waived} or {@code missing}
     * @param words what was added up, in Chinese
     */
    public record SummedOrgan(String code, String name, String source, String words) {

        /** E.g. 城关镇人民政府（410308-cg）：年度报告第2版. */
        String sentence() {
            return XmlText.printable(name) + "（" + code + "）：" + XmlText.printable(words);
        }
    }

    /** Small print. */
    String ruleSentence() {
        return "汇总范围：" + rule + "，共 " + organs.size() + " 个机关；各表的数为所列各机关已发布的年度报告或者外部报表的相应各格之和。";
    }
}
