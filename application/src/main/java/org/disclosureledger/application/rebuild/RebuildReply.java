package org.disclosureledger.application.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.projection.TableComparison;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForms;
import org.jspecify.annotations.Nullable;

/** A rebuild as the API tells of it. */
@Schema(description = "一次重建的进度，结束后连同结果")
public record RebuildReply(
        UUID rebuildId,
        @Schema(description = "谁要求的") String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "只重建这个机关的；空为全部") @Nullable String organ,

        @Schema(description = "只比较这一年度的；空为全部") @Nullable Integer year,

        @Schema(description = "相同时是否自动换上") boolean swap,
        @Schema(description = "状态") RebuildState state,
        @Schema(description = "正在做什么") String phase,
        @Schema(description = "台账最后一个事件的编号") long head,
        @Schema(description = "已经读过的事件，每个投影各算一次") long read,
        @Schema(description = "要读的事件，每个投影各算一次") long toRead,
        @Schema(description = "每秒读多少个事件") long eventsPerSecond,

        @Schema(description = "估计还要多少秒；说不准或者没有在重建时为空") @Nullable Long remainingSeconds,

        @Schema(description = "没能完成的原因") @Nullable String refusal,

        @Schema(description = "谁决定把不同的结果换上") @Nullable String swappedBy,

        @Schema(description = "为什么换上") @Nullable String swapReason,

        List<RebuildPart> parts) {

    /** One projector's part. */
    @Schema(description = "一个投影的重建")
    public record RebuildPart(
            @Schema(description = "投影的名称") String projector,
            @Schema(description = "重建的表读到第几号事件") long position,
            RebuildState state,
            @Schema(description = "逐行比较的结果，还没有比较时没有") List<RebuiltTable> tables,
            @Schema(description = "比较过多少格") long cellsCompared,
            @Schema(description = "多少格不同") long cellsDiffering,
            @Schema(description = "不同的格，最多 200 个") List<RebuiltCell> cells) {}

    /** A table, row by row. */
    @Schema(description = "一张表的比较")
    public record RebuiltTable(
            String table,
            @Schema(description = "现有的行数") long rows,
            @Schema(description = "现有的表里多出的行数") long surplus,
            @Schema(description = "现有的表里缺少的行数") long missing,
            @Schema(description = "不同的行，最多 20 个") List<DifferingRow> differing) {

        static RebuiltTable of(TableComparison.Comparison c) {
            return new RebuiltTable(
                    c.table(),
                    c.rows(),
                    c.surplus(),
                    c.missing(),
                    c.named().stream()
                            .map(d -> new DifferingRow(d.organ(), d.key(), d.copies() > 0))
                            .toList());
        }
    }

    /** A row that only one side has. */
    @Schema(description = "只有一边有的一行")
    public record DifferingRow(
            @Schema(description = "机关代码") String organ,
            @Schema(description = "哪一行") String key,

            @Schema(description = "现有的表里有而重建不出；否则是重建得出而现有的表里没有")
            boolean live) {}

    /** A cell whose figures differ. */
    @Schema(description = "数字不同的一格")
    public record RebuiltCell(
            @Schema(description = "机关代码") String organ,
            @Schema(description = "年度") int year,
            @Schema(description = "格，与统计表 JSON 中的相同") String cell,
            @Schema(description = "表上的栏目") String label,
            @Schema(description = "现有的数，空为没有填") @Nullable String live,
            @Schema(description = "重建的数，空为没有填") @Nullable String rebuilt) {

        static RebuiltCell of(RebuildOutcome.CellDifference d) {
            return new RebuiltCell(d.organ(), d.year(), d.cell(), label(d), d.live(), d.rebuilt());
        }

        private static String label(RebuildOutcome.CellDifference d) {
            String[] names = d.cell().split("/", 3);
            return StatutoryForms.forYear(d.year())
                    .filter(form -> names.length == 3)
                    .map(form -> form.describe(new CellId(names[0], names[1], names[2])))
                    .orElse(d.cell());
        }
    }

    public static RebuildReply of(RebuildJob job) {
        return new RebuildReply(
                job.rebuildId(),
                job.requestedBy(),
                job.startedAt(),
                job.finishedAt(),
                job.organ(),
                job.year(),
                job.swap(),
                job.state(),
                job.phase(),
                job.head(),
                job.read(),
                job.toRead(),
                job.rate(),
                job.remainingSeconds(),
                job.refusal(),
                job.swappedBy(),
                job.swapReason(),
                job.parts().stream().map(RebuildReply::part).toList());
    }

    private static RebuildPart part(RebuildJob.Part part) {
        RebuildOutcome outcome = part.outcome();
        return outcome == null
                ? new RebuildPart(part.projector(), part.position(), part.state(), List.of(), 0, 0, List.of())
                : new RebuildPart(
                        part.projector(),
                        part.position(),
                        part.state(),
                        outcome.tables().stream().map(RebuiltTable::of).toList(),
                        outcome.cellsCompared(),
                        outcome.cellsDiffering(),
                        outcome.cells().stream().map(RebuiltCell::of).toList());
    }
}
