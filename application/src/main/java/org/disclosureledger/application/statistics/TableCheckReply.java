package org.disclosureledger.application.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.disclosureledger.projections.annualtables.TableCheck;
import org.jspecify.annotations.Nullable;

/** A check of a table as the API tells it. */
@Schema(description = "一项校验")
public record TableCheckReply(
        @Schema(description = "规则的标识，不变", example = "requests.balance")
        String id,

        @Schema(description = "校验的行") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String row,

        @Schema(description = "校验的列") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String column,

        @Schema(description = "是否相符") boolean holds,
        @Schema(description = "按其余各格应有的数") @Nullable BigDecimal expected,
        @Schema(description = "表上的数") @Nullable BigDecimal found,

        @Schema(
                description = "error 不应公布，warning 请核对",
                allowableValues = {"error", "warning"})
        String severity,

        @Schema(description = "规则") String rule) {

    static TableCheckReply of(TableCheck check) {
        return new TableCheckReply(
                check.id(),
                check.row(),
                check.column(),
                check.holds(),
                check.expected() == null ? null : new BigDecimal(check.expected()),
                check.found() == null ? null : new BigDecimal(check.found()),
                check.severity().name().toLowerCase(Locale.ROOT),
                check.sentence());
    }

    static List<TableCheckReply> of(List<TableCheck> checks) {
        return checks.stream().map(TableCheckReply::of).toList();
    }
}
