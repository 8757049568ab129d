package org.disclosureledger.application.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.statistics.AnnualTablesReader.OpenedCell;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.CellCase;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/** A figure with the cases behind it. */
@Schema(description = "一个数字和构成它的案件")
public record CellReply(
        @Schema(description = "机关代码") String organ,
        @Schema(description = "年度") int year,
        @Schema(description = "报表格式", example = "2021-30") String format,
        @Schema(description = "表") String table,
        @Schema(description = "行") String row,
        @Schema(description = "列") String column,
        @Schema(description = "这一格的名称") String label,
        @Schema(description = "按这一时刻已知的内容，空为现在") @Nullable Instant asOf,
        @Schema(description = "计入的最后一个事件的编号") long readUpTo,

        @Schema(description = "计数的口径，按口径的标识") Map<String, AppliedRuleReply> countingRules,

        @Schema(description = "件数为整数，收费金额（万元）为十进制数的文本；没有填报为空") @Nullable Object figure,

        @Schema(description = "构成这个数字的案件") List<CountedCase> cases) {

    /** A case that the figure counts. */
    @Schema(description = "计入的一个案件")
    public record CountedCase(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            @Schema(description = "台账标识") @Nullable String register,
            @Schema(description = "在台账中的编号") @Nullable String number,

            @Schema(description = "计入的数量，为 1 时没有", example = "1.5") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quantity,

            @Schema(description = "使它计入的各事件的编号") List<Long> events) {

        static CountedCase of(CellCase counted) {
            return new CountedCase(
                    counted.caseId(),
                    counted.register(),
                    counted.number(),
                    counted.quantity().compareTo(BigDecimal.ONE) == 0
                            ? null
                            : counted.quantity().toPlainString(),
                    List.copyOf(counted.events()));
        }
    }

    static CellReply of(OpenedCell opened) {
        AnnualTables tables = opened.tables();
        CellId cell = opened.cell();
        return new CellReply(
                tables.organCode(),
                tables.year(),
                tables.form().id(),
                cell.table(),
                cell.row(),
                cell.column(),
                tables.form().describe(cell),
                tables.asOf(),
                tables.readUpTo(),
                AppliedRuleReply.of(tables.rules()),
                figure(tables, cell),
                opened.cases().stream().map(CountedCase::of).toList());
    }

    /** A reported amount keeps its decimals, so it is a string; a count is a number. */
    private static @Nullable Object figure(AnnualTables tables, CellId cell) {
        BigDecimal figure = tables.figures().find(cell);
        return figure != null && cell.row().equals(TablesJson.FEES) ? figure.toPlainString() : figure;
    }
}
