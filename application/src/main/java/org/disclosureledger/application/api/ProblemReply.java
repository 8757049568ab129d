package org.disclosureledger.application.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as the description of the API has it; {@link Problem} and {@link ProblemHandler} make the answers. */
@Schema(name = "Problem", description = "错误（RFC 9457）")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemReply(
        @Schema(description = "错误的种类，不变", example = "urn:disclosure-ledger:problem:rejected") @Nullable URI type,

        @Schema(description = "种类的名称", example = "不能登记") String title,
        @Schema(description = "HTTP 状态", example = "422") int status,
        @Schema(description = "这一次错在哪里") @Nullable String detail,
        @Schema(description = "所请求的地址") @Nullable URI instance,
        @Schema(description = "有误的参数或字段") @Nullable String field,
        @Schema(description = "逐项的理由") @Nullable List<Objection> errors,
        @Schema(description = "正在进行的核验") @Nullable String verification,
        @Schema(description = "服务内部错误的编号，日志中可查") @Nullable String reference) {

    /** One reason: of a rule with its article, or of a row and column of a file. */
    @Schema(description = "一项理由")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Objection(
            @Schema(description = "有关的字段", example = "decidedOn") @Nullable String field,

            @Schema(description = "规则的名称，不变", example = "DECIDED_BEFORE_RECEIPT") @Nullable String rule,

            @Schema(description = "依据的条文", example = "《政府信息公开条例》第三十三条") @Nullable String ground,

            @Schema(description = "说明") String reason,
            @Schema(description = "文件的行，表头为第 1 行") @Nullable Long row,
            @Schema(description = "文件的列") @Nullable String column) {}
}
