package org.disclosureledger.application.annualreport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.domain.report.AnnualReportEvent.CheckWaived;
import org.disclosureledger.domain.report.AnnualReportEvent.DifferenceNoted;
import org.jspecify.annotations.Nullable;

/** A published version. */
@Schema(name = "ReportVersion", description = "年度报告已经发布的一版")
record VersionReply(
        @Schema(description = "第几版，从 1 起") int version,
        @Schema(description = "发布日期") LocalDate publishedOn,
        @Schema(description = "登记的时刻") Instant recordedAt,
        @Schema(description = "发布事件的编号") long number,
        @Schema(description = "发布事件的校验值，十六进制") String hash,
        @Schema(description = "修订的理由，首版为空") @Nullable String reason,
        @Schema(description = "表式") String form,
        @Schema(description = "计数规则和版本") List<String> countingRules,
        @Schema(description = "数据取自台账该号及以前的记录") long knownUpTo,
        @Schema(description = "该号记录的校验值，十六进制") String knownHash,
        @Schema(description = "豁免的校验") List<WaiverReply> waivers,
        @Schema(description = "发布以后对差别的说明") List<NoteReply> notes,
        @Schema(description = "各格式文件的 SHA-256，十六进制") Map<String, String> documents) {

    /** Who answers for a check that fails. */
    @Schema(name = "CheckWaiver", description = "对一项不成立的校验的豁免")
    record WaiverReply(
            @Schema(description = "哪一项校验：规则:行:列") String check,
            @Schema(description = "怎样不成立") String finding,
            @Schema(description = "由谁豁免") String waivedBy,
            @Schema(description = "理由") String reason) {

        static WaiverReply of(CheckWaived waiver) {
            return new WaiverReply(waiver.check(), waiver.finding(), waiver.waivedBy(), waiver.reason());
        }
    }

    /** Why a difference does not lead to an amendment. */
    @Schema(name = "DifferenceNote", description = "对差别的说明")
    record NoteReply(
            @Schema(description = "有差别的格，每行一格：格、已发布的数、现在的数") String differences,
            @Schema(description = "由谁说明") String notedBy,
            @Schema(description = "理由") String reason) {

        static NoteReply of(DifferenceNoted note) {
            return new NoteReply(note.differences(), note.notedBy(), note.reason());
        }
    }

    static VersionReply of(PublishedVersion version) {
        var published = version.published();
        return new VersionReply(
                published.version(),
                published.publishedOn(),
                version.stored().recordedAt(),
                version.stored().number(),
                version.stored().hex(),
                published.amendmentReason(),
                published.form(),
                List.of(published.countingRules().split(" ")),
                version.knownUpTo(),
                published.knownHash(),
                version.waivers().stream().map(WaiverReply::of).toList(),
                version.notes().stream().map(NoteReply::of).toList(),
                version.documents());
    }
}
