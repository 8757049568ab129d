package org.disclosureledger.application.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.disclosureledger.domain.register.Finding;

/** What a rule says about something that was stated: the same shape as in a problem's {@code errors}. */
@Schema(description = "规则的判断")
public record FindingReply(
        @Schema(description = "有关的字段", example = "on") String field,

        @Schema(description = "规则的名称，不变", example = "ANSWERED_LATE")
        String rule,

        @Schema(description = "依据的条文", example = "《政府信息公开条例》第三十三条")
        String ground,

        @Schema(description = "说明") String reason) {

    public static FindingReply of(Finding finding) {
        return new FindingReply(finding.fact(), finding.rule(), finding.ground(), finding.sentence());
    }

    public static List<FindingReply> of(List<Finding> findings) {
        return findings.stream().map(FindingReply::of).toList();
    }
}
