package org.disclosureledger.application.registers;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.api.RegisterId;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.register.FoundRows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Registers over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}")
@Tag(name = "台账")
public class RegisterController {

    private static final int PAGE = 200;

    private final Organs organs;
    private final Registers registers;
    private final RegisterLists lists;
    private final RegisterExports exports;
    private final ReadPoints points;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    public RegisterController(
            Organs organs,
            Registers registers,
            RegisterLists lists,
            RegisterExports exports,
            ReadPoints points,
            IdempotencyKeys keys,
            JsonMapper json) {
        this.points = points;
        this.organs = organs;
        this.registers = registers;
        this.lists = lists;
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
    @Schema(description = "登记的内容", example = """
            {"facts":{"registrationNumber":"2024-012","receivedOn":"2024-12-23","channel":"inPerson",
             "applicantKind":"naturalPerson","applicant":"冯九","content":"2023年村级公益事业奖补名单"}}""")
    public record EntryBody(
            @Schema(description = "按事实标识（registrationNumber、receivedOn……）或台账列名（登记编号……）", requiredMode = REQUIRED)
            @Nullable Map<String, String> facts,

            @Schema(description = "备注，按列名") @Nullable Map<String, String> remarks,

            @Schema(description = "与已登记内容不一致的，作为更正") @Nullable Boolean corrections,

            @Schema(description = "更正的理由") @Nullable String reason) {}

    @PostMapping("/registers/{register}")
    @Requires(Right.RECEIVE)
    @Operation(summary = "登记一条", description = "新的案件，或已登记案件的新情况。facts 的键为事实标识或台账列名；与已登记内容不一致时须 corrections=true 并说明理由")
    @ApiResponse(responseCode = "201", description = "已登记", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "没有新内容", useReturnTypeSchema = true)
    public ResponseEntity<EntryReply> enterRegister(
            @PathVariable String organ,
            @RegisterId @PathVariable String register,
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
        return ResponseEntity.status(recorded.events() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EntryReply.of(recorded));
    }

    @GetMapping("/registers/{register}")
    @Operation(
            summary = "台账列表（不含个人信息），每页 200 条，最近登记的在前",
            description = "条件之间是“并且”，同一条件的几个值之间是“或者”。年度和日期都是法定日期；某个台账没有的条件会被拒绝")
    @RegisterFilters
    public RegisterReply listRegister(
            @PathVariable String organ,
            @RegisterId @PathVariable String register,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "跳过的案件数") @RequestParam(defaultValue = "0") int offset,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        organs.require(organ);
        RegisterLayout layout = layout(register);
        RegisterQuestion question = RegisterQuestion.of(layout, given).orRefused();
        int skipped = Math.max(0, offset);
        FoundRows found =
                lists.page(organ, layout, question.filter(), question.order(), points.past(asOf), skipped, PAGE);
        return new RegisterReply(
                layout.id(),
                found.count(),
                skipped,
                found.rows().stream()
                        .map(row -> RegisterReply.RegisterCase.of(layout, row))
                        .toList());
    }

    @GetMapping("/registers/{register}/list-export")
    @Exports(ExportKind.REGISTER_LIST)
    @Operation(
            summary = "导出列表：筛选、排序以后的各行和所选的列",
            description = "给人看的文件，不含个人信息，不能再导入；最前面写明条件、排序和时刻。同一 asOf 的同一问题每次得到同样的文件")
    @RegisterFilters
    @Parameter(
            name = RegisterQuestion.COLUMNS,
            in = ParameterIn.QUERY,
            description = "要哪些列，按事实标识；不填为通常的列。编号总在最前",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @RegisterFile
    public ResponseEntity<StreamingResponseBody> exportList(
            @PathVariable String organ,
            @RegisterId @PathVariable String register,
            @RegisterFile.Format @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        String name = organs.require(organ).name();
        RegisterLayout layout = layout(register);
        boolean workbook = isWorkbook(format);
        RegisterQuestion question = RegisterQuestion.of(layout, given).orRefused();
        return file(
                name + layout.title() + "列表",
                workbook,
                exports.ofList(organ, name, question, workbook, points.past(asOf)));
    }

    @GetMapping("/cases/{caseId}")
    @Shows(ReadingPurpose.CASE_FILE)
    @Operation(summary = "一个案件：全部内容和事件历史", description = "每个事件有编号和校验值（hash）；抄下它们，日后可以核对该事件及以前的全部记录没有被改动")
    public OpenedCaseReply openCase(
            @PathVariable String organ,
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String asOf) {
        organs.require(organ);
        return OpenedCaseReply.of(
                registers
                        .open(organ, caseId, points.past(asOf))
                        .orElseThrow(() -> Problem.notFound(asOf == null ? "没有这个案件" : "那时还没有登记这个案件")),
                json);
    }

    @GetMapping("/registers/{register}/export")
    @Exports(ExportKind.REGISTER)
    @Operation(summary = "导出台账，格式与导入相同")
    @RegisterFile
    public ResponseEntity<StreamingResponseBody> exportRegister(
            @PathVariable String organ,
            @RegisterId @PathVariable String register,
            @RegisterFile.Format @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String asOf) {
        String name = organs.require(organ).name();
        RegisterLayout layout = layout(register);
        boolean workbook = isWorkbook(format);
        return file(name + layout.title(), workbook, exports.of(organ, layout, workbook, points.past(asOf)));
    }

    private static boolean isWorkbook(String format) {
        if (!List.of("csv", "xlsx").contains(format)) {
            throw Problem.badRequest("format", "format 应为 csv 或 xlsx");
        }
        return format.equals("xlsx");
    }

    private static ResponseEntity<StreamingResponseBody> file(
            String name, boolean workbook, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name + (workbook ? ".xlsx" : ".csv")))
                .contentType(
                        MediaType.parseMediaType(workbook ? RegisterFile.XLSX : RegisterFile.CSV + ";charset=UTF-8"))
                .body(body);
    }

    /**
     * The header of a download (RFC 6266). Whoever cannot read the name in Chinese gets a plain one: programs that take
     * the first name as it stands would make a file name of it that is too long for a file system.
     */
    public static String attachment(String fileName) {
        String plain = "download" + fileName.substring(Math.max(0, fileName.lastIndexOf('.')));
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UriUtils.encode(fileName, StandardCharsets.UTF_8);
    }

    private static RegisterLayout layout(String register) {
        return RegisterLayout.byId(register)
                .orElseThrow(
                        () -> Problem.notFound("没有名为“" + register + "”的台账；可用：requests、remedies、documents、tallies"));
    }
}
