package org.disclosureledger.application.registers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case in clear, with its history as it lies in the ledger. */
@Schema(description = "一个案件：全部内容和事件历史")
public record OpenedCaseReply(
        @Schema(description = "案件标识") @JsonProperty("case") String caseId,
        @Schema(description = "台账标识") String register,
        @Schema(description = "按事实标识，个人信息为明文") Map<String, String> facts,
        @Schema(description = "备注，按列名") Map<String, String> remarks,
        List<EventReply> events) {

    /** An event with its place in the chain. */
    @Schema(description = "一个事件")
    public record EventReply(
            @Schema(description = "在台账中的编号") long number,

            @Schema(description = "名称", example = "RequestReceived")
            String type,

            @Schema(description = "登记的时刻") Instant recordedAt,
            @Schema(description = "谁、从哪里登记") Map<String, String> metadata,

            @Schema(description = "内容，个人信息为密文") JsonNode payload,

            @Schema(description = "杂凑算法", example = "SM3") String hashAlgorithm,
            @Schema(description = "校验值，十六进制") String hash) {

        static EventReply of(Registers.CaseEvent event, JsonMapper json) {
            return new EventReply(
                    event.number(),
                    event.name(),
                    event.recordedAt(),
                    event.metadata(),
                    json.readTree(event.payload()),
                    event.algorithm(),
                    event.hash());
        }
    }

    static OpenedCaseReply of(Registers.OpenedCase opened, JsonMapper json) {
        return new OpenedCaseReply(
                opened.caseId(),
                opened.register().id(),
                opened.facts(),
                opened.remarks(),
                opened.events().stream().map(e -> EventReply.of(e, json)).toList());
    }
}
