package org.disclosureledger.application.registers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.projections.register.RegisterRow;

/** A page of a register, without what is sealed. */
@Schema(description = "台账的一页")
public record RegisterReply(
        @Schema(description = "台账标识") String register,
        @Schema(description = "案件总数") long count,
        @Schema(description = "跳过的案件数") int offset,
        List<RegisterCase> cases) {

    /** A line of a register. */
    @Schema(description = "台账中的一个案件")
    public record RegisterCase(
            @Schema(description = "案件标识") @JsonProperty("case")
            String caseId,

            @Schema(description = "按事实标识，不含个人信息") Map<String, String> facts,
            @Schema(description = "第一个事件的编号") long firstEvent,
            @Schema(description = "最后一个事件的编号") long lastEvent) {

        static RegisterCase of(RegisterLayout layout, RegisterRow row) {
            Map<String, String> facts = new LinkedHashMap<>();
            for (Fact fact : layout.facts()) {
                String value = row.facts().get(fact.id());
                if (value != null && fact.type() != FactType.SEALED) {
                    facts.put(fact.id(), value);
                }
            }
            return new RegisterCase(row.caseId(), facts, row.firstEvent(), row.lastEvent());
        }
    }
}
