package org.disclosureledger.application.letter;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a letter says that the record does not: its number and date, and what its writer puts into words. */
@Schema(description = "要出具的文书", example = """
        {"on":"2025-07-15","letterNumber":"某公开答〔2025〕12号","values":{"理由":"所申请的合同中有第三方的商业秘密，第三方不同意公开。"}}""")
public record LetterBody(
        @Schema(description = "出具日期", requiredMode = REQUIRED) @Nullable LocalDate on,

        @Schema(description = "文号，在本件的文书中不重复", requiredMode = REQUIRED, maxLength = 100) @Nullable String letterNumber,

        @Schema(description = "由承办人写的要素，按要素的名称；不写的用登记的内容") @Nullable Map<String, String> values,

        @Schema(description = "行政复议机关的名称，不填时写“行政复议机关”") @Nullable String reconsiderationOrgan,

        @Schema(description = "法院的名称，不填时写“有管辖权的人民法院”") @Nullable String court) {}
