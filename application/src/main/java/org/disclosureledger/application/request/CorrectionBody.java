package org.disclosureledger.application.request;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That something was recorded wrongly. Both values stay; the reason is not sealed. */
@Schema(description = "更正误记的内容：错记与更正都保留", example = """
        {"fact":"contact","value":"13800000001","reason":"录入时抄错一位"}""")
public record CorrectionBody(
        @Schema(description = "申请台账的栏：标识（receivedOn、outcome …）或者列名；备注为 remark:备注", requiredMode = REQUIRED) @Nullable String fact,

        @Schema(description = "正确的内容，写法与台账相同", requiredMode = REQUIRED, maxLength = ReceiptBody.CONTENT) @Nullable String value,

        @Schema(description = "更正理由，不要写入个人信息", requiredMode = REQUIRED) @Nullable String reason) {}
