package org.disclosureledger.application.registers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.jspecify.annotations.Nullable;

/** What became of an entry. */
@Schema(description = "登记的结果")
public record EntryReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        @Schema(description = "登记的事件数，没有新内容时为 0") int events,
        @Schema(description = "已登记，但请注意") List<FindingReply> warnings,

        @Schema(description = "在台账中的位置；没有登记新内容时没有") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipt ledger) {

    public static EntryReply of(Recorded recorded) {
        return new EntryReply(
                recorded.aggregateId(), recorded.events(), FindingReply.of(recorded.findings()), recorded.receipt());
    }
}
