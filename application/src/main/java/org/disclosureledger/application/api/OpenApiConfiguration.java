package org.disclosureledger.application.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/** What the description of the API says of the whole. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

    private static final String BASIC = "basic";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(JsonNode.class, new ObjectSchema().additionalProperties(true))
                .addResponseTypeToIgnore(StreamingResponseBody.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("公开台账 Disclosure Ledger")
                        .version("v1")
                        .description("政府信息公开申请、行政复议和行政诉讼、规章和规范性文件、处理决定和收费、主动公开信息的登记，"
                                + "以及由此生成的政府信息公开工作年度报告（国办公开办函〔2021〕30号）。"
                                + "错误以 application/problem+json（RFC 9457）返回，说明字段和规则。"
                                + "登记类请求可带请求头 Idempotency-Key（建议用 UUID）：没有收到答复时用同一个值原样重发，"
                                + "不会重复登记，并得到第一次的答复。"
                                + "带请求头 Announce-Changes: true 的，登记会改变已经发布的年度报告时不登记，答复 422，"
                                + "逐格列出（CHANGES_PUBLISHED_REPORT、CHANGES_CARRIED_IN）；不带的照常登记，同样的内容作为提示答复。")
                        .license(new License()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BASIC)))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
