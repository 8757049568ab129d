package org.disclosureledger.application.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes the refusals of every operation: a problem (RFC 9457) that names fields, rules and articles. */
@Component
class ProblemResponses implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String ERROR = "ProblemError";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(ERROR, error()).addSchemas(PROBLEM, problem());
        api.getPaths().values().forEach(path -> path.readOperations().forEach(ProblemResponses::describe));
    }

    private static void describe(Operation operation) {
        operation.getResponses().addApiResponse("4XX", response("请求被拒绝，本次没有登记任何内容；errors 逐项写明字段、规则和依据的条文"));
        operation.getResponses().addApiResponse("5XX", response("服务暂时不能完成；能不能重发，见 detail"));
    }

    private static ApiResponse response(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.addType("object");
        problem.description("问题说明（RFC 9457）");
        problem.addProperty("type", text("问题的种类，不变", "urn:disclosure-ledger:problem:rejected"));
        problem.addProperty("title", text("问题的名称", "不能登记"));
        Schema<?> status = new Schema<>();
        status.addType("integer");
        problem.addProperty("status", status);
        problem.addProperty("detail", text("说明", "还没有登记收到这件申请"));
        problem.addProperty("field", text("有关的字段，不是规则不允许、而是读不懂时", "on"));
        Schema<?> errors = new Schema<>();
        errors.addType("array");
        errors.items(new Schema<>().$ref("#/components/schemas/" + ERROR));
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<?> error() {
        Schema<?> error = new ObjectSchema();
        error.addType("object");
        error.description("规则不允许的一处");
        error.addProperty("field", text("字段", "on"));
        error.addProperty("rule", text("规则的名称，不变", "ALREADY_ANSWERED"));
        error.addProperty("ground", text("依据的条文", "《政府信息公开条例》第三十六条"));
        error.addProperty("reason", text("说明", "申请已经答复，不能再办理这一步"));
        error.required(List.of("field", "rule", "ground", "reason"));
        return error;
    }

    private static Schema<?> text(String description, String example) {
        Schema<?> text = new Schema<>();
        text.addType("string");
        text.description(description);
        text.setExample(example);
        return text;
    }
}
