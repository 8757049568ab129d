package org.disclosureledger.application.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.disclosureledger.application.statistics.AnnualTablesReader.ReferencedTables;
import org.disclosureledger.projections.reference.ReferenceDifference;
import org.jspecify.annotations.Nullable;

/** Tables as the reference counts them, in the shape of all tables, with what the kept tables have otherwise. */
@Schema(name = "ReferenceTables", description = "按事件另行数出的年度报表")
record ReferenceReply(
        @JsonUnwrapped TablesReply tables,
        @Schema(description = "与现有报表不同的格，没有不同为空列表") List<DifferingCell> differences) {

    /** Amounts and counts alike as decimal texts, so that no digit is lost. */
    @Schema(description = "现有报表与另行数出的不同的一格")
    record DifferingCell(
            @Schema(description = "格：表/行/列", example = "requests/granted/naturalPerson")
            String cell,

            @Schema(description = "这一格的名称") String label,

            @Schema(description = "现有报表的数，空为空白", example = "3") @Nullable String live,

            @Schema(description = "另行数出的数，空为空白", example = "4") @Nullable String reference) {}

    static ReferenceReply of(ReferencedTables referenced) {
        return new ReferenceReply(
                TablesJson.reply(referenced.tables()),
                referenced.differences().stream()
                        .map(difference -> cell(referenced, difference))
                        .toList());
    }

    private static DifferingCell cell(ReferencedTables referenced, ReferenceDifference difference) {
        return new DifferingCell(
                difference.cell().toString(),
                referenced.tables().form().describe(difference.cell()),
                plain(difference.live()),
                plain(difference.reference()));
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
