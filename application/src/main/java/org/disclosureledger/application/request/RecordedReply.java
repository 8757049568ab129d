package org.disclosureledger.application.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step. It depends on what was recorded alone, so that a repetition gets the same answer.
 *
 * @param dueOn the last day after the step; null while the clock waits for the applicant
 * @param proposal address of what waits for a second person; null when the step was taken
 */
@Schema(description = "登记的结果")
@WithoutNulls
public record RecordedReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        String registrationNumber,
        @Schema(description = "登记了几个事件；0 表示与已登记的相同") int events,

        @Schema(description = "在台账中的编号和校验值，抄下来日后可以核对") @Nullable Receipt ledger,

        @Schema(description = "登记之后期限的状态：running、awaitingCorrection、awaitingPayment 或 laterDate")
        String phase,

        @Schema(description = "登记之后答复的最后一天；等待申请人时没有") @Nullable LocalDate dueOn,

        @Schema(description = "暂按星期推定") boolean provisional,

        @Schema(description = "须经审核、已提交的，这里是它的地址；还没有生效") @Nullable String proposal,

        @Schema(description = "已登记，但请核对的") List<FindingReply> warnings) {

    static RecordedReply of(Recorded recorded, CaseFile after, CaseClock clock, @Nullable String proposal) {
        return new RecordedReply(
                recorded.aggregateId(),
                after.number(),
                recorded.events(),
                recorded.receipt(),
                ClockReply.phase(clock.clock().phase()),
                clock.clock().lastDay(),
                clock.clock().provisional(),
                proposal,
                FindingReply.of(recorded.findings()));
    }
}
