package org.disclosureledger.application.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.ParkedEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parked events over HTTP. */
@RestController
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
    public record ParkedReply(long total, Map<String, Long> counts, List<Map<String, Object>> events) {}

    @GetMapping
    @Operation(
            summary = "未能处理的事件",
            description = "已登记但还没有计入某个投影（projector）的事件，按事件号排列；error 为空的，在等同一案件前面的事件。offset、limit（最多 1000）分段读取")
    public ParkedReply parked(
            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "1000") int limit) {
        return new ParkedReply(
                parked.count(),
                parked.counts(),
                parked.page(Math.max(0, offset), Math.clamp(limit, 0, MOST)).stream()
                        .map(ParkedEventController::json)
                        .toList());
    }

    @PostMapping("/retry")
    @Operation(summary = "重新处理", description = "每个案件从最早的一个开始依次重新处理；仍不成功的留下，等下一次")
    public ParkedEvents.Retried retry() {
        return parked.retry();
    }

    private static Map<String, Object> json(ParkedEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", event.number());
        json.put("projector", event.projector());
        json.put("organ", event.organ());
        json.put("aggregateType", event.aggregateType());
        json.put("aggregateId", event.aggregateId());
        json.put("type", event.type());
        json.put("error", event.error());
        json.put("parkedAt", event.parkedAt().toString());
        json.put("attempts", event.attempts());
        return json;
    }
}
