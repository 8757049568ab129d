package org.disclosureledger.application.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.api.WithoutNulls;
import org.disclosureledger.application.axon.Receipt;
import org.jspecify.annotations.Nullable;

/** What became of a paper; the others of several matters are split from the first. */
@Schema(description = "登记收件的结果")
@WithoutNulls
public record ReceiptReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        String registrationNumber,
        @Schema(description = "登记了几个事件") int events,

        @Schema(description = "在台账中的编号和校验值，抄下来日后可以核对") @Nullable Receipt ledger,

        @Schema(description = "答复的最后一天") @Nullable LocalDate dueOn,
        @Schema(description = "暂按星期推定") boolean provisional,
        @Schema(description = "已登记，但请核对的") List<FindingReply> warnings,
        @Schema(description = "同一份申请的其他事项，各为一件") List<RecordedReply> split,

        @Schema(description = "先登记的、可能是同一申请人的申请，前后十二个月；是不是，由人判断")
        List<RequestReply> similar,

        @Schema(description = "其中同一日历月内的件数") int similarEarlierInMonth) {

    static ReceiptReply of(RecordedReply first, List<RecordedReply> split, Applicants.Similar similar) {
        return new ReceiptReply(
                first.caseId(),
                first.registrationNumber(),
                first.events(),
                first.ledger(),
                first.dueOn(),
                first.provisional(),
                first.warnings(),
                split,
                similar.requests().stream().map(RequestReply::of).toList(),
                similar.earlierInMonth());
    }
}
