package org.disclosureledger.application.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.CellCase;
import org.jspecify.annotations.Nullable;

/** A comparison with its proof: every event that it rests on has its number and hash, as has either point of the ledger. */
@Schema(name = "TableComparison", description = "同一年度的表在两个时刻的差别，附作为依据的记录和校验值")
record ComparisonReply(
        @Schema(description = "机关代码") String organ,
        @Schema(description = "年度") int year,
        @Schema(description = "先前的时刻") PointReply before,
        @Schema(description = "后来的时刻") PointReply after,
        @Schema(description = "有差别的格；一格的数相同而案件不同也列出") List<DifferenceReply> differences) {

    /** A point of the ledger. */
    @Schema(name = "LedgerPoint", description = "台账的一个时刻")
    record PointReply(
            @Schema(description = "时刻，空为现在") @Nullable Instant asOf,
            @Schema(description = "计入的最后一个事件的编号") long readUpTo,
            @Schema(description = "杂凑算法；没有事件时没有") @Nullable String hashAlgorithm,
            @Schema(description = "该事件的校验值，十六进制") @Nullable String hash) {

        static PointReply of(AnnualTables tables, LongFunction<@Nullable StoredEvent> events) {
            StoredEvent last = events.apply(tables.readUpTo());
            return new PointReply(
                    tables.asOf(),
                    tables.readUpTo(),
                    last == null ? null : last.row().algorithm().label(),
                    last == null ? null : last.hex());
        }
    }

    /** A cell that differs. */
    @Schema(name = "CellDifference", description = "有差别的一格")
    record DifferenceReply(
            @Schema(description = "表") String table,
            @Schema(description = "行") String row,
            @Schema(description = "列") String column,
            @Schema(description = "这一格的名称") String label,

            @Schema(description = "先前的数，十进制数；没有填报为空") @Nullable String before,

            @Schema(description = "后来的数") @Nullable String after,
            @Schema(description = "后来计入、先前没有计入的案件") List<ChangedCaseReply> entered,
            @Schema(description = "先前计入、后来不再计入的案件") List<ChangedCaseReply> left) {

        static DifferenceReply of(CellDifference difference, LongFunction<@Nullable StoredEvent> events) {
            return new DifferenceReply(
                    difference.cell().table(),
                    difference.cell().row(),
                    difference.cell().column(),
                    difference.label(),
                    plain(difference.before()),
                    plain(difference.after()),
                    difference.entered().stream()
                            .map(c -> ChangedCaseReply.of(c, events))
                            .toList(),
                    difference.left().stream()
                            .map(c -> ChangedCaseReply.of(c, events))
                            .toList());
        }

        private static @Nullable String plain(@Nullable BigDecimal figure) {
            return figure == null ? null : figure.toPlainString();
        }
    }

    /** A case that makes a difference. */
    @Schema(name = "ChangedCase", description = "造成差别的案件")
    record ChangedCaseReply(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            @Schema(description = "台账标识") @Nullable String register,
            @Schema(description = "在台账中的编号") @Nullable String number,
            @Schema(description = "计入的数量") String quantity,
            @Schema(description = "使它计入的各事件") List<ProofReply> events) {

        static ChangedCaseReply of(CellCase counted, LongFunction<@Nullable StoredEvent> events) {
            return new ChangedCaseReply(
                    counted.caseId(),
                    counted.register(),
                    counted.number(),
                    counted.quantity().toPlainString(),
                    counted.events().stream()
                            .map(events::apply)
                            .filter(java.util.Objects::nonNull)
                            .map(ProofReply::of)
                            .toList());
        }
    }

    /** An event with its place in the chain. */
    @Schema(name = "EventProof", description = "一个事件和它在台账中的校验值")
    record ProofReply(
            @Schema(description = "编号") long number,
            @Schema(description = "名称") String type,
            @Schema(description = "登记的时刻") Instant recordedAt,
            @Schema(description = "杂凑算法") String hashAlgorithm,
            @Schema(description = "校验值，十六进制") String hash) {

        static ProofReply of(StoredEvent event) {
            return new ProofReply(
                    event.number(),
                    event.row().type(),
                    event.recordedAt(),
                    event.row().algorithm().label(),
                    event.hex());
        }
    }

    static ComparisonReply of(TableComparison comparison, LongFunction<@Nullable StoredEvent> events) {
        return new ComparisonReply(
                comparison.after().organCode(),
                comparison.after().year(),
                PointReply.of(comparison.before(), events),
                PointReply.of(comparison.after(), events),
                comparison.differences().stream()
                        .map(d -> DifferenceReply.of(d, events))
                        .toList());
    }
}
