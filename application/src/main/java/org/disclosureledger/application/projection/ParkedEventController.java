package org.disclosureledger.application.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.ParkedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parked events over HTTP. */
@RestController
@Requires({Right.AUDIT, Right.OPERATE})
@RequestMapping("/api/v1/ledger/parked-events")
@Tag(name = "台账")
public class ParkedEventController {

    private static final int MOST = 1_000;

    private final ParkedEvents parked;

    public ParkedEventController(ParkedEvents parked) {
        this.parked = parked;
    }

    /**
     * @param counts how many wait, per projector
     * @param events a part of them, in the order of their numbers
     */
    @Schema(description = "未能处理的事件")
    public record ParkedReply(
            @Schema(description = "总数") long total,
            @Schema(description = "各投影的数") Map<String, Long> counts,
            List<ParkedEventReply> events) {}

    /** One of them. */
    @Schema(description = "一个未能处理的事件")
    public record ParkedEventReply(
            @Schema(description = "在台账中的编号") long number,
            @Schema(description = "没有计入的投影") String projector,
            @Schema(description = "机关代码") String organ,
            String aggregateType,
            String aggregateId,
            @Schema(description = "事件的名称") String type,

            @Schema(description = "原因；空的在等同一案件前面的事件") @Nullable String error,

            @Schema(description = "从何时起") Instant parkedAt,
            @Schema(description = "试过的次数") int attempts) {

        static ParkedEventReply of(ParkedEvent event) {
            return new ParkedEventReply(
                    event.number(),
                    event.projector(),
                    event.organ(),
                    event.aggregateType(),
                    event.aggregateId(),
                    event.type(),
                    event.error(),
                    event.parkedAt(),
                    event.attempts());
        }
    }

    @GetMapping
    @Operation(
            summary = "未能处理的事件",
            description = "已登记但还没有计入某个投影（projector）的事件，按事件号排列；error 为空的，在等同一案件前面的事件。offset、limit（最多 1000）分段读取")
    public ParkedReply listParkedEvents(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "1000") int limit) {
        return new ParkedReply(
                parked.count(),
                parked.counts(),
                parked.page(Math.max(0, offset), Math.clamp(limit, 0, MOST)).stream()
                        .map(ParkedEventReply::of)
                        .toList());
    }

    @PostMapping("/retry")
    @Requires(Right.OPERATE)
    @Operation(summary = "重新处理", description = "每个案件从最早的一个开始依次重新处理；仍不成功的留下，等下一次")
    public ParkedEvents.Retried retryParkedEvents() {
        return parked.retry();
    }
}
