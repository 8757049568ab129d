package org.disclosureledger.application.registers;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameters that {@link RegisterQuestion} reads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "number", in = ParameterIn.QUERY, description = "只要编号中含有这些字的", schema = @Schema(type = "string"))
@Parameter(
        name = "text",
        in = ParameterIn.QUERY,
        description = "只要编号、文号、标题、法院、未加密的备注中含有这些字的；几个词用空格隔开，须同时含有。不分全角半角、大小写",
        schema = @Schema(type = "string"))
@Parameter(
        name = "year",
        in = ParameterIn.QUERY,
        description = "收到（受理、制发）年度；处理决定和收费为年度",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "收到（受理、制发）日期的第一天",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "收到（受理、制发）日期的最后一天",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "closedYear",
        in = ParameterIn.QUERY,
        description = "答复（审结、废止）年度",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "closedFrom",
        in = ParameterIn.QUERY,
        description = "答复（审结、废止）日期的第一天",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "closedTo",
        in = ParameterIn.QUERY,
        description = "答复（审结、废止）日期的最后一天",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "applicantKind",
        in = ParameterIn.QUERY,
        description = "申请台账：申请人类型",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "channel",
        in = ParameterIn.QUERY,
        description = "申请台账：申请渠道",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "outcome",
        in = ParameterIn.QUERY,
        description = "申请台账：处理结果，open 为办理中",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "procedure",
        in = ParameterIn.QUERY,
        description = "复议诉讼台账：程序",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "afterReconsideration",
        in = ParameterIn.QUERY,
        description = "复议诉讼台账：经过复议，true 或 false",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "result",
        in = ParameterIn.QUERY,
        description = "复议诉讼台账：结果，open 为尚未审结",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "category",
        in = ParameterIn.QUERY,
        description = "文件台账：类别",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "inForce",
        in = ParameterIn.QUERY,
        description = "文件台账：true 现行有效，false 已经废止",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "item",
        in = ParameterIn.QUERY,
        description = "处理决定和收费：事项",
        array = @ArraySchema(schema = @Schema(type = "string")))
@Parameter(
        name = "sort",
        in = ParameterIn.QUERY,
        description = "按哪一项排序，事实标识；前面加 - 为降序。不填为最近登记的在前",
        schema = @Schema(type = "string"))
@interface RegisterFilters {}
