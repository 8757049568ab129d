package org.disclosureledger.application.consolidation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.consolidation.Consolidations.OpenedSum;
import org.disclosureledger.application.consolidation.Consolidations.Share;
import org.disclosureledger.application.consolidation.Consolidations.SinceThen;
import org.disclosureledger.application.statistics.TablesJson;
import org.disclosureledger.application.statistics.TablesReply;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.reported.ReportedVersion;
import org.jspecify.annotations.Nullable;

/** What the API tells of consolidated reports. */
final class ConsolidatedReplies {

    private ConsolidatedReplies() {}

    @Schema(description = "汇总范围里的一个机关")
    record ConsolidatedMemberReply(
            @Schema(description = "机关代码") String code,
            @Schema(description = "名称") String name,

            @Schema(description = "本年度的上级；上级机关自己为空") @Nullable String under,

            @Schema(
                    description = "published 已发布，external 外部报表，waived 没有数据、已豁免，missing 没有数据",
                    allowableValues = {"published", "external", "waived", "missing"})
            String state,

            @Schema(description = "汇总的是年度报告的第几版，或者第几次报送的外部报表") @Nullable Integer version,

            @Schema(description = "它的事件的编号") @Nullable Long number,
            @Schema(description = "撤并的日期") @Nullable LocalDate mergedOn,
            @Schema(description = "撤并后承接的机关") @Nullable String mergedInto) {

        static ConsolidatedMemberReply of(ConsolidatedMember member) {
            ReportedVersion version = member.version();
            OrganTree.Member place = member.place();
            OrganTree.Merger merger = place == null ? null : place.merger();
            return new ConsolidatedMemberReply(
                    member.organ().code(),
                    member.organ().name(),
                    place == null ? null : place.under().value(),
                    member.state().id(),
                    version == null ? null : (Integer) version.version(),
                    version == null ? null : (Long) version.number(),
                    merger == null ? null : merger.on(),
                    merger == null ? null : merger.into().value());
        }
    }

    @Schema(description = "汇总的年度报表：各机关已发布的数之和")
    record ConsolidatedTablesReply(
            @Schema(description = "报表，形式同各机关的") TablesReply table,

            @Schema(description = "汇总范围的口径和版本", example = "members/1")
            String memberRule,

            @Schema(description = "汇总范围，上级机关在前") List<ConsolidatedMemberReply> members,
            @Schema(description = "请核对的事项，不妨碍发布") List<String> remarks) {

        static ConsolidatedTablesReply of(Consolidation consolidation) {
            return new ConsolidatedTablesReply(
                    TablesJson.reply(consolidation.tables()),
                    OrganTree.MEMBER_RULE,
                    consolidation.members().stream()
                            .map(ConsolidatedMemberReply::of)
                            .toList(),
                    consolidation.remarks());
        }
    }

    @Schema(description = "一个机关在合计里的数")
    record ConsolidatedShareReply(
            ConsolidatedMemberReply member,

            @Schema(description = "十进制数的文本；没有填报或者没有数据为空") @Nullable String figure) {

        static ConsolidatedShareReply of(Share share) {
            BigDecimal figure = share.figure();
            return new ConsolidatedShareReply(
                    ConsolidatedMemberReply.of(share.member()), figure == null ? null : figure.toPlainString());
        }
    }

    @Schema(description = "一个合计和各机关的数")
    record ConsolidatedCellReply(
            @Schema(description = "机关代码") String organ,
            @Schema(description = "年度") int year,
            @Schema(description = "表") String table,
            @Schema(description = "行") String row,
            @Schema(description = "列") String column,
            @Schema(description = "这一格的名称") String label,

            @Schema(description = "按这一时刻已知的内容，空为现在") @Nullable Instant asOf,

            @Schema(description = "计入的最后一个事件的编号") long readUpTo,

            @Schema(description = "合计，十进制数的文本；都没有填报为空") @Nullable String figure,

            @Schema(description = "各机关的数") List<ConsolidatedShareReply> shares) {

        static ConsolidatedCellReply of(OpenedSum opened) {
            AnnualTables tables = opened.consolidation().tables();
            CellId cell = opened.cell();
            BigDecimal figure = tables.figures().find(cell);
            return new ConsolidatedCellReply(
                    tables.organCode(),
                    tables.year(),
                    cell.table(),
                    cell.row(),
                    cell.column(),
                    tables.form().describe(cell),
                    tables.asOf(),
                    tables.readUpTo(),
                    figure == null ? null : figure.toPlainString(),
                    opened.shares().stream().map(ConsolidatedShareReply::of).toList());
        }
    }

    @Schema(description = "豁免")
    record ConsolidationWaiverReply(
            @Schema(description = "由谁豁免") String waivedBy,
            @Schema(description = "理由") String reason) {

        static @Nullable ConsolidationWaiverReply of(@Nullable ConsolidationWaived waiver) {
            return waiver == null ? null : new ConsolidationWaiverReply(waiver.waivedBy(), waiver.reason());
        }
    }

    @Schema(description = "妨碍发布汇总报告的一项")
    record ConsolidationObstacleReply(
            @Schema(description = "哪一项：规则:行:列，或者 members.missing:机关代码:-")
            String check,

            @Schema(description = "怎样妨碍") String finding,
            @Nullable ConsolidationWaiverReply waiver) {}

    @Schema(description = "发布时汇总的一个机关")
    record ConsolidatedSummedReply(
            @Schema(description = "机关代码") String code,
            @Schema(description = "名称") String name,

            @Schema(
                    description = "published 已发布，external 外部报表，waived 没有数据、已豁免",
                    allowableValues = {"published", "external", "waived"})
            String source,

            @Schema(description = "第几版，或者第几次报送") @Nullable Integer version,
            @Schema(description = "它的事件的编号") @Nullable Long number,
            @Schema(description = "该事件的校验值，十六进制") @Nullable String hash) {}

    @Schema(description = "汇总年度报告已经发布的一版")
    record ConsolidatedVersionReply(
            @Schema(description = "第几版，从 1 起") int version,
            @Schema(description = "发布日期") LocalDate publishedOn,
            @Schema(description = "登记的时刻") Instant recordedAt,
            @Schema(description = "发布事件的编号") long number,
            @Schema(description = "发布事件的校验值，十六进制") String hash,
            @Schema(description = "修订的理由，首版为空") @Nullable String reason,
            @Schema(description = "表式") String form,
            @Schema(description = "汇总范围的口径和版本") String memberRule,
            @Schema(description = "台账该号及以前的记录") long knownUpTo,
            @Schema(description = "该号记录的校验值，十六进制") String knownHash,
            @Schema(description = "汇总的机关") List<ConsolidatedSummedReply> members,
            @Schema(description = "豁免的各项") List<ConsolidationObstacleReply> waivers,
            @Schema(description = "各格式文件的 SHA-256，十六进制") Map<String, String> documents) {

        static ConsolidatedVersionReply of(ConsolidatedVersion version) {
            var published = version.published();
            return new ConsolidatedVersionReply(
                    published.version(),
                    published.publishedOn(),
                    version.stored().recordedAt(),
                    version.stored().number(),
                    version.stored().hex(),
                    published.amendmentReason(),
                    published.form(),
                    published.memberRule(),
                    version.knownUpTo(),
                    published.knownHash(),
                    version.members().stream()
                            .map(m -> new ConsolidatedSummedReply(
                                    m.code(), m.name(), m.source(), m.version(), m.number(), m.hash()))
                            .toList(),
                    version.waivers().stream()
                            .map(w -> new ConsolidationObstacleReply(
                                    w.check(), w.finding(), ConsolidationWaiverReply.of(w)))
                            .toList(),
                    version.documents());
        }
    }

    @Schema(description = "一格的差别")
    record ConsolidatedFigureDifference(
            @Schema(description = "格：表/行/列") String cell,
            @Schema(description = "这一格的名称") String label,
            @Schema(description = "已发布的数") @Nullable String published,
            @Schema(description = "现在的合计") @Nullable String now) {}

    @Schema(description = "已发布的一版与现在的合计的差别")
    record ConsolidatedDifferenceReply(
            @Schema(description = "第几版") int version,
            @Schema(description = "不同的各格") List<ConsolidatedFigureDifference> figures,
            @Schema(description = "汇总的数有变化的机关") List<String> members) {

        static ConsolidatedDifferenceReply of(SinceThen since) {
            return new ConsolidatedDifferenceReply(
                    since.version().version(),
                    since.figures().stream()
                            .map(d -> new ConsolidatedFigureDifference(
                                    d.cell().toString(), d.label(), plain(d.before()), plain(d.after())))
                            .toList(),
                    since.members());
        }

        private static @Nullable String plain(@Nullable BigDecimal figure) {
            return figure == null ? null : figure.toPlainString();
        }
    }
}
