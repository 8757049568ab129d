package org.disclosureledger.application.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.projections.caseload.CaseStage;
import org.jspecify.annotations.Nullable;

/** A request in a list, without personal data. */
@Schema(description = "列表中的一件申请，不含个人信息")
@WithoutNulls
public record RequestReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        String registrationNumber,
        LocalDate receivedOn,
        @Schema(description = "是否等待答复") boolean open,
        @Schema(description = "最近一次答复的日期") @Nullable LocalDate answeredOn,
        @Schema(description = "最近一次答复的结果") @Nullable Outcome outcome) {

    static RequestReply of(CaseStage stage) {
        return new RequestReply(
                stage.caseId(), stage.number(), stage.receivedOn(), stage.open(), stage.answeredOn(), stage.outcome());
    }
}
