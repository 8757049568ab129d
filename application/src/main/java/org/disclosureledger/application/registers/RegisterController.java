package org.disclosureledger.application.registers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ProblemHandler;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.projections.register.RegisterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Registers over HTTP. */
@RestController
@RequestMapping("/api/v1/organs/{organ}")
@Tag(name = "台账")
public class RegisterController {

    private static final int PAGE = 200;

    private final Organs organs;
    private final Registers registers;
    private final RegisterExports exports;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    public RegisterController(
            Organs organs, Registers registers, RegisterExports exports, IdempotencyKeys keys, JsonMapper json) {
        this.organs = organs;
        this.registers = registers;
        this.exports = exports;
        this.keys = keys;
        this.json = json;
    }

    /**
     * One entry as typed.
     *
     * @param facts by identifier (registrationNumber, receivedOn …) or by column header (登记编号 …)
     * @param remarks further columns by header
     */
    public record EntryBody(
            @Nullable Map<String, String> facts,
            @Nullable Map<String, String> remarks,
            @Nullable Boolean corrections,
            @Nullable String reason) {}

    @PostMapping("/registers/{register}")
    @Operation(summary = "登记一条", description = "新的案件，或已登记案件的新情况。facts 的键为事实标识或台账列名；与已登记内容不一致时须 corrections=true 并说明理由")
    public ResponseEntity<Map<String, Object>> enter(
            @PathVariable String organ,
            @PathVariable String register,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody EntryBody body,
            Principal user) {
        organs.require(organ);
        Recorded recorded = registers.enter(
                organ,
                layout(register),
                new Registers.Typed(
                        body.facts() == null ? Map.of() : body.facts(),
                        body.remarks() == null ? Map.of() : body.remarks(),
                        Boolean.TRUE.equals(body.corrections()),
                        body.reason()),
                user.getName(),
                keys.of(key, user.getName(), "enter", organ, register, body));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("case", recorded.aggregateId());
        answer.put("events", recorded.events());
        answer.put("warnings", ProblemHandler.errors(recorded.findings()));
        if (recorded.receipt() != null) {
            answer.put("ledger", recorded.receipt());
        }
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    @GetMapping("/registers/{register}")
    @Operation(summary = "台账列表（不含个人信息），每页 200 条，最近登记的在前")
    public Map<String, Object> list(
            @PathVariable String organ,
            @PathVariable String register,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "0") int offset) {
        organs.require(organ);
        RegisterLayout layout = layout(register);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("register", layout.id());
        answer.put("count", registers.count(organ, layout, number));
        answer.put("offset", Math.max(0, offset));
        answer.put(
                "cases",
                registers.page(organ, layout, number, Math.max(0, offset), PAGE).stream()
                        .map(row -> listed(layout, row))
                        .toList());
        return answer;
    }

    private static Map<String, Object> listed(RegisterLayout layout, RegisterRow row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : layout.facts()) {
            String value = row.facts().get(fact.id());
            if (value != null && fact.type() != FactType.SEALED) {
                facts.put(fact.id(), value);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("case", row.caseId());
        answer.put("facts", facts);
        answer.put("firstEvent", row.firstEvent());
        answer.put("lastEvent", row.lastEvent());
        return answer;
    }

    @GetMapping("/cases/{caseId}")
    @Operation(summary = "一个案件：全部内容和事件历史", description = "每个事件有编号和校验值（hash）；抄下它们，日后可以核对该事件及以前的全部记录没有被改动")
    public Map<String, Object> one(@PathVariable String organ, @PathVariable String caseId) {
        organs.require(organ);
        Registers.OpenedCase opened = registers.open(organ, caseId).orElseThrow(() -> Problem.notFound("没有这个案件"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("case", opened.caseId());
        answer.put("register", opened.register().id());
        answer.put("facts", opened.facts());
        answer.put("remarks", opened.remarks());
        answer.put(
                "events",
                opened.events().stream()
                        .map(e -> {
                            Map<String, Object> event = new LinkedHashMap<>();
                            event.put("number", e.number());
                            event.put("type", e.name());
                            event.put("recordedAt", e.recordedAt().toString());
                            event.put("metadata", e.metadata());
                            event.put("payload", json.readTree(e.payload()));
                            event.put("hashAlgorithm", e.algorithm());
                            event.put("hash", e.hash());
                            return event;
                        })
                        .toList());
        return answer;
    }

    @GetMapping("/registers/{register}/export")
    @Operation(summary = "导出台账，格式与导入相同", description = "format：csv 或 xlsx")
    public ResponseEntity<StreamingResponseBody> export(
            @PathVariable String organ,
            @PathVariable String register,
            @RequestParam(defaultValue = "xlsx") String format) {
        String name = organs.require(organ).name();
        RegisterLayout layout = layout(register);
        if (!List.of("csv", "xlsx").contains(format)) {
            throw Problem.badRequest("format", "format 应为 csv 或 xlsx");
        }
        boolean workbook = format.equals("xlsx");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name + layout.title() + "." + format))
                .contentType(MediaType.parseMediaType(
                        workbook
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv;charset=UTF-8"))
                .body(exports.of(organ, layout, workbook));
    }

    public static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static RegisterLayout layout(String register) {
        return RegisterLayout.byId(register)
                .orElseThrow(
                        () -> Problem.notFound("没有名为“" + register + "”的台账；可用：requests、remedies、documents、tallies"));
    }
}
