package org.disclosureledger.application.rebuild;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.IdentityReused;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds over HTTP. */
@RestController
@Requires({Right.AUDIT, Right.OPERATE})
@RequestMapping(RebuildController.PATH)
@Tag(name = "重建各表")
public class RebuildController {

    static final String PATH = "/api/v1/ledger/rebuilds";

    private static final int SHOWN = 50;

    private final Rebuilds rebuilds;
    private final IdempotencyKeys keys;

    public RebuildController(Rebuilds rebuilds, IdempotencyKeys keys) {
        this.rebuilds = rebuilds;
        this.keys = keys;
    }

    /** What to rebuild. */
    @Schema(description = "重建什么；都不填为全部，相同就换上", example = """
            {"organ":"410308-cg"}""")
    public record RebuildBody(
            @Schema(description = "投影的名称，不填为全部") @Nullable List<String> projectors,

            @Schema(description = "只重建这个机关的", example = "410308-cg") @Nullable String organ,

            @Schema(description = "只比较这一年度的；不能换上", example = "2024") @Nullable Integer year,

            @Schema(description = "相同时是否自动换上；不填为是，填了年度为否") @Nullable Boolean swap) {}

    /** Why rows that differ are taken over. */
    @Schema(description = "为什么换上", example = """
            {"reason":"现有的行被人直接改过，重建的结果已逐格核对"}""")
    public record RebuildSwapBody(
            @Schema(description = "理由", requiredMode = REQUIRED) @Nullable String reason) {}

    @PostMapping
    @Requires(Right.OPERATE)
    @Operation(
            summary = "重建各表",
            description = "在后台由全部事件重建各表，放在现有各表旁边，服务照常工作；再逐行、统计表逐格比较，相同就在一个事务里换上，" + "不同则报告而不换上。同一数据库同时只进行一次")
    @ApiResponse(responseCode = "202", description = "已开始，Location 为进度的地址", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "已经有一次重建正在进行")
    public ResponseEntity<RebuildReply> beginRebuild(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable RebuildBody body,
            Principal user) {
        RebuildBody asked = body == null ? new RebuildBody(null, null, null, null) : body;
        UUID id = keys.of(key, user.getName(), "rebuild", asked).value();
        RebuildRequest request = new RebuildRequest(asked.projectors(), asked.organ(), asked.year(), asked.swap());
        Optional<RebuildJob> earlier = rebuilds.find(id);
        if (earlier.isEmpty()) {
            rebuilds.begin(id, user.getName(), request).orProblem();
        } else if (!rebuilds.isAbout(earlier.get(), request)) {
            throw new IdentityReused();
        }
        return accepted(id);
    }

    @GetMapping
    @Operation(summary = "最近的重建")
    public List<RebuildReply> listRebuilds() {
        return rebuilds.latest(SHOWN).stream().map(RebuildReply::of).toList();
    }

    @GetMapping("/{rebuildId}")
    @Operation(summary = "一次重建的进度，结束后连同不同之处")
    public RebuildReply openRebuild(@PathVariable UUID rebuildId) {
        return RebuildReply.of(require(rebuildId));
    }

    @PostMapping("/{rebuildId}/interrupt")
    @Requires(Right.OPERATE)
    @Operation(summary = "中断重建", description = "做完手上的一批就停下；已经重建的留着，可以继续")
    @ApiResponse(responseCode = "202", description = "就要停下", useReturnTypeSchema = true)
    public ResponseEntity<RebuildReply> interruptRebuild(@PathVariable UUID rebuildId) {
        require(rebuildId);
        (rebuilds.interrupt(rebuildId) ? Begun.BEGUN : Begun.UNSUITABLE).orProblem();
        return accepted(rebuildId);
    }

    @PostMapping("/{rebuildId}/resume")
    @Requires(Right.OPERATE)
    @Operation(summary = "继续重建", description = "从中断处继续；后来又有别的重建，或者程序、表结构已经变了的，从头开始")
    @ApiResponse(responseCode = "202", description = "已继续", useReturnTypeSchema = true)
    public ResponseEntity<RebuildReply> resumeRebuild(@PathVariable UUID rebuildId) {
        require(rebuildId);
        rebuilds.resume(rebuildId).orProblem();
        return accepted(rebuildId);
    }

    @PostMapping("/{rebuildId}/swap")
    @Requires(Right.OPERATE)
    @Operation(summary = "换上重建的结果", description = "结果与现有各表不同，或者当初要求不自动换上时，由人说明理由后换上；理由留在重建记录里")
    @ApiResponse(responseCode = "202", description = "正在换上", useReturnTypeSchema = true)
    public ResponseEntity<RebuildReply> swapRebuild(
            @PathVariable UUID rebuildId, @RequestBody RebuildSwapBody body, Principal user) {
        require(rebuildId);
        rebuilds.swap(rebuildId, user.getName(), body.reason()).orProblem();
        return accepted(rebuildId);
    }

    private RebuildJob require(UUID id) {
        return rebuilds.find(id).orElseThrow(() -> Problem.notFound("没有这次重建"));
    }

    private ResponseEntity<RebuildReply> accepted(UUID id) {
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(RebuildReply.of(require(id)));
    }
}
