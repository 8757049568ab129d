package org.disclosureledger.application.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.report.SummedOrgans;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.report.FailedCheck;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;

/**
 * The sums over a superior and its organs for a year, at one point of the ledger.
 *
 * @param members the superior first, each organ after the one that it stands under
 * @param tables the sums, checked; "before" is what was published as consolidated of the year before, if it was
 * @param blanks the organs that left a cell blank which others filled
 */
public record Consolidation(List<ConsolidatedMember> members, AnnualTables tables, Map<CellId, List<String>> blanks) {

    private static final int NAMED = 20;

    public Consolidation {
        members = List.copyOf(members);
    }

    /** Everything that stands against publication, whoever answers for it. */
    public List<FailedCheck> failed() {
        List<FailedCheck> failed = new ArrayList<>();
        for (ConsolidatedMember member : members) {
            if (member.version() == null) {
                failed.add(missing(member.organ().code(), member.organ().name(), tables.year()));
            }
        }
        blanks.forEach((cell, organs) -> failed.add(new FailedCheck(
                "members.blank:" + cell.row() + ":" + cell.column(),
                "“" + tables.form().describe(cell) + "”：" + named(organs) + "没有填报，合计是其余机关的")));
        failed.addAll(ReportPublishing.failed(tables));
        return failed;
    }

    static FailedCheck missing(String code, String name, int year) {
        return new FailedCheck(
                "members.missing:" + code + ":-", name + "（" + code + "）没有发布" + year + "年度报告，也没有报送外部报表，合计不含它的数");
    }

    private String named(List<String> codes) {
        Map<String, String> names = members.stream()
                .collect(Collectors.toMap(m -> m.organ().code(), m -> m.organ().name()));
        String words =
                codes.stream().limit(NAMED).map(c -> names.getOrDefault(c, c)).collect(Collectors.joining("、"));
        return codes.size() > NAMED ? words + "等 " + codes.size() + " 个机关" : words;
    }

    /** What differs without standing against publication. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<String> rules = members.stream()
                .map(ConsolidatedMember::version)
                .filter(v -> v != null && !v.countingRules().isEmpty())
                .map(v -> v == null ? "" : v.countingRules())
                .distinct()
                .toList();
        if (rules.size() > 1) {
            remarks.add("各机关的计数规则不同，合计里两种口径都有");
        }
        members.forEach(member -> {
            var version = member.version();
            if (version != null && !version.form().equals(tables.form().id())) {
                remarks.add(member.organ().name() + "用的是另一种表式，没有计入合计");
            }
        });
        return remarks;
    }

    /** As documents list the organs. */
    SummedOrgans summed() {
        return new SummedOrgans(
                OrganTree.MEMBER_RULE,
                members.stream()
                        .map(m -> new SummedOrgans.SummedOrgan(
                                m.organ().code(), m.organ().name(), m.state().id(), m.words()))
                        .toList());
    }
}
