package org.disclosureledger.application.consolidation;

import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.reported.ReportedSource;
import org.disclosureledger.projections.reported.ReportedVersion;
import org.jspecify.annotations.Nullable;

/**
 * An organ whose tables belong to a consolidated report.
 *
 * @param place where it stands in that year; null for the superior itself
 * @param version what is summed of it; null when there is nothing
 * @param waiver who answers for summing nothing; null when nobody has to or does
 */
public record ConsolidatedMember(
        OrganRow organ,
        OrganTree.@Nullable Member place,
        @Nullable ReportedVersion version,
        @Nullable ConsolidationWaived waiver) {

    /** How it stands with an organ's tables. */
    public enum State {
        PUBLISHED("published"),
        EXTERNAL("external"),
        WAIVED("waived"),
        MISSING("missing");

        private final String id;

        State(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public State state() {
        if (version != null) {
            return version.source() == ReportedSource.PUBLISHED ? State.PUBLISHED : State.EXTERNAL;
        }
        return waiver == null ? State.MISSING : State.WAIVED;
    }

    /** In Chinese, e.g. 年度报告第2版. */
    public String words() {
        return switch (state()) {
            case PUBLISHED -> "年度报告第" + (version == null ? 0 : version.version()) + "版";
            case EXTERNAL -> "外部报表（第" + (version == null ? 0 : version.version()) + "次报送）";
            case WAIVED -> "没有数据，已豁免";
            case MISSING -> "没有数据";
        };
    }

    /** What the tree has to say besides: that it ceased; empty for nothing. */
    public String remark() {
        OrganTree.Merger merger = place == null ? null : place.merger();
        return merger == null ? "" : DayWords.of(merger.on()) + "撤并，由 " + merger.into() + " 承接";
    }
}
