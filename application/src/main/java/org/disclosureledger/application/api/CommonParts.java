package org.disclosureledger.application.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Describes once, for every operation, what all have in common: problems, the idempotency key, usual parameters. */
@Component
class CommonParts implements GlobalOpenApiCustomizer {

    private static final String KEY = "IdempotencyKey";
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String UPLOAD = org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
    private static final Set<HttpMethod> WRITING =
            EnumSet.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Map<HttpStatus, String> PROBLEMS = new EnumMap<>(Map.of(
            HttpStatus.BAD_REQUEST, "参数或请求体有误，field 为有误之处",
            HttpStatus.UNAUTHORIZED, "没有登录，或者用户名、密码不正确",
            HttpStatus.NOT_FOUND, "没有这个机关、案件或其他对象",
            HttpStatus.CONFLICT, "与其他操作冲突，请稍后重试",
            HttpStatus.CONTENT_TOO_LARGE, "文件过大",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "文件类型不受支持",
            HttpStatus.UNPROCESSABLE_CONTENT, "不能登记，errors 逐项写明字段、规则和依据的条文；或者 Idempotency-Key 已用于另一个请求",
            HttpStatus.INTERNAL_SERVER_ERROR, "服务内部错误，reference 为错误编号",
            HttpStatus.SERVICE_UNAVAILABLE, "暂时不可用，请按 Retry-After 稍后用同一个 Idempotency-Key 重试"));

    @Override
    public void customise(OpenAPI api) {
        Components components = api.getComponents();
        ModelConverters.getInstance(false)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemReply.class))
                .referencedSchemas
                .forEach(components::addSchemas);
        PROBLEMS.forEach((status, words) -> components.addResponses(name(status), problem(words)));
        components.addParameters(KEY, key());
        Paths sorted = new Paths();
        sorted.putAll(new TreeMap<>(api.getPaths()));
        sorted.forEach(CommonParts::describe);
        api.setPaths(sorted);
    }

    private static void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            parameters(operation);
            boolean uploads = uploadFirst(operation);
            operation.getResponses().forEach(CommonParts::problemUnlessSuccess);
            refer(operation, HttpStatus.BAD_REQUEST, HttpStatus.UNAUTHORIZED);
            if (path.contains("{")) {
                refer(operation, HttpStatus.NOT_FOUND);
            }
            if (WRITING.contains(method)) {
                refer(operation, HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            if (uploads) {
                refer(operation, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            }
            refer(operation, HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE);
        });
    }

    private static void parameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.getParameters().replaceAll(p -> IdempotencyKeys.HEADER.equals(p.getName()) ? reference() : p);
        for (Parameter parameter : operation.getParameters()) {
            switch (String.valueOf(parameter.getName())) {
                case "organ" -> usual(parameter, "机关代码", "410308-cg");
                case "year" -> usual(parameter, "年度", 2024);
                case "caseId" -> usual(parameter, "案件标识", "9fa2b7bb-a704-8283-a244-73bf8f3c9488");
                case "asOf" -> {
                    usual(parameter, "按这一时刻已知的内容，须带时区；不填为现在", "2023-01-20T08:00:00Z");
                    // Its schema is shared with other parameters of texts.
                    parameter.setSchema(new StringSchema().format("date-time"));
                }
                default -> {}
            }
        }
    }

    private static void usual(Parameter parameter, String words, Object example) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(words);
        }
        if (parameter.getExample() == null) {
            parameter.setExample(example);
        }
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(IdempotencyKeys.HEADER)
                .required(false)
                .description("发送者为这一次登记选定的值，1 至 200 个可见的 ASCII 字符，建议用 UUID；" + "没有收到答复时用同一个值原样重发，不会重复登记，并得到第一次的答复")
                .example("6b1f3c52-2f0e-4f7a-9a39-0c8c52a1d0e4")
                .schema(new StringSchema().maxLength(200));
    }

    private static Parameter reference() {
        return new Parameter().$ref("#/components/parameters/" + KEY);
    }

    /** Generators offer the first content type only, and a form with a file is the one that all of them can send. */
    private static boolean uploadFirst(Operation operation) {
        Content content = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent();
        if (content == null || !content.containsKey(UPLOAD)) {
            return false;
        }
        Map<String, MediaType> others = new LinkedHashMap<>(content);
        MediaType form = others.remove(UPLOAD);
        content.clear();
        content.addMediaType(UPLOAD, form);
        others.forEach(content::addMediaType);
        return true;
    }

    /** A failure that a controller speaks of in its own words is a problem, too. */
    private static void problemUnlessSuccess(String status, ApiResponse response) {
        boolean described =
                response.getContent() != null && response.getContent().containsKey(PROBLEM);
        if (!status.startsWith("2") && response.get$ref() == null && !described) {
            response.setContent(problem("").getContent());
        }
    }

    private static void refer(Operation operation, HttpStatus... statuses) {
        for (HttpStatus status : statuses) {
            operation
                    .getResponses()
                    .putIfAbsent(
                            Integer.toString(status.value()),
                            new ApiResponse().$ref("#/components/responses/" + name(status)));
        }
    }

    private static ApiResponse problem(String words) {
        return new ApiResponse()
                .description(words)
                .content(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }
}
