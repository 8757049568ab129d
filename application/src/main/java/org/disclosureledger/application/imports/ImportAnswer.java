package org.disclosureledger.application.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.api.ProblemReply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What {@link ImportReply} streams, as the description of the API has it. */
@Schema(description = "一次导入的结果")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
        @Schema(description = "导入的标识") UUID importId,
        @Schema(description = "机关代码") String organ,
        @Schema(description = "台账标识") String register,
        @Schema(description = "文件名") String file,
        @Schema(description = "文件的 SHA-256，十六进制") String sha256,

        @Schema(
                description = "running 正在处理、recorded 已登记、checked 检查通过、refused 有错误、failed 没有完成；后三者没有登记",
                allowableValues = {"running", "recorded", "checked", "refused", "failed"})
        String state,

        @Schema(description = "只检查") boolean dryRun,
        @Schema(description = "是否已经登记") boolean stored,
        @Schema(description = "读到的行数") long rows,
        @Schema(description = "新的案件数") long cases,
        @Schema(description = "事件数") long events,
        @Schema(description = "没有新内容的行数") long unchanged,
        @Schema(description = "第一个事件的编号；没有登记的没有") @Nullable Long firstEvent,
        @Schema(description = "最后一个事件的编号；没有登记的没有") @Nullable Long lastEvent,
        @Schema(description = "错误数") long errorCount,
        @Schema(description = "提示数") long warningCount,
        @Schema(description = "全部错误和提示的地址") String findings,
        @Schema(description = "全部错误") List<ProblemReply.Objection> errors,
        @Schema(description = "提示，最多 1000 条") List<ProblemReply.Objection> warnings) {

    /** What an import may answer. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "200",
            description = "已登记，或者检查通过",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportAnswer.class)))
    @ApiResponse(responseCode = "202", description = "在后台处理，Location 为进度的地址", content = @Content)
    @ApiResponse(
            responseCode = "422",
            description = "文件有错误，没有登记任何内容；errors 逐行列出",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = Refused.class)))
    @interface Described {}

    /** A refused file: a problem with the same members. */
    @Schema(
            name = "ImportProblem",
            description = "没有登记的文件",
            allOf = {ProblemReply.class, ImportAnswer.class})
    static final class Refused {

        private Refused() {}
    }
}
