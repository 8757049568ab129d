package org.disclosureledger.application.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TablesJson} writes and {@link ForeignTables} reads, as the description of the API has it. Whoever sends
 * tables to be checked need not say what follows from them.
 */
@Schema(name = "AnnualTables", description = "年度报表")
public record TablesReply(
        TablesOrgan organ,
        @Schema(description = "年度", example = "2024") int year,
        @Schema(description = "报表格式", example = "2021-30") String format,
        @Schema(description = "按这一时刻已知的内容，空为现在") @Nullable Instant asOf,
        @Schema(description = "计入的最后一个事件的编号") @Nullable Long readUpTo,

        @Schema(description = "计数的口径，按口径的标识") @Nullable Map<String, AppliedRuleReply> countingRules,

        ProactiveTable proactive,
        RequestsTable requests,
        RemedyResults reconsideration,
        LitigationTable litigation,
        @Schema(description = "校验") @Nullable List<TableCheckReply> checks) {

    @Schema(description = "机关")
    record TablesOrgan(
            @Schema(description = "机关代码") String code,
            @Schema(description = "名称") String name) {}

    @Schema(description = "二、主动公开政府信息情况")
    record ProactiveTable(
            DocumentCounts regulations,
            DocumentCounts normativeDocuments,
            @Schema(description = "行政许可") @Nullable Long licences,
            @Schema(description = "行政处罚") @Nullable Long penalties,
            @Schema(description = "行政强制") @Nullable Long compulsoryMeasures,

            @Schema(description = "行政事业性收费，万元，十进制数", example = "1.5") @Nullable String fees) {}

    @Schema(description = "规章，或者行政规范性文件")
    record DocumentCounts(
            @Schema(description = "本年制发") @Nullable Long issued,
            @Schema(description = "本年废止") @Nullable Long repealed,
            @Schema(description = "现行有效") @Nullable Long inForce) {}

    @Schema(description = "三、收到和处理政府信息公开申请情况")
    record RequestsTable(
            @Schema(description = "各列：六类申请人和总计") List<String> columns,

            @Schema(description = "各行，按行的标识，数的次序同 columns", example = """
                    {"newReceived":[8,1,0,1,1,0,11]}""")
            Map<String, List<@Nullable Long>> rows) {}

    @Schema(description = "结果维持、结果纠正、其他结果、尚未审结、总计")
    record RemedyResults(
            @Nullable Long upheld,
            @Nullable Long corrected,
            @Nullable Long other,
            @Nullable Long pending,
            @Nullable Long total) {}

    @Schema(description = "四、行政诉讼")
    record LitigationTable(
            @Schema(description = "未经复议直接起诉") RemedyResults direct,
            @Schema(description = "复议后起诉") RemedyResults afterReconsideration) {}
}
