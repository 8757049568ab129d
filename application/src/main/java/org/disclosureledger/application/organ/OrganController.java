package org.disclosureledger.application.organ;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.organ.OrganRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organs over HTTP. */
@RestController
@Requires(Right.COME_IN)
@RequestMapping("/api/v1/organs")
@Tag(name = "机关")
public class OrganController {

    private final Organs organs;
    private final IdempotencyKeys keys;

    public OrganController(Organs organs, IdempotencyKeys keys) {
        this.organs = organs;
        this.keys = keys;
    }

    /** @param mayIssueRegulations whether the organ can make 规章; may be left out */
    @Schema(description = "一个机关", example = """
            {"code":"410308-cg","name":"城关镇人民政府","mayIssueRegulations":false}""")
    public record OrganBody(
            @Schema(description = "机关代码，不再更改", requiredMode = REQUIRED) @Nullable String code,

            @Schema(description = "名称", requiredMode = REQUIRED) @Nullable String name,

            @Schema(description = "能否制定规章；不填则按名称判断") @Nullable Boolean mayIssueRegulations) {}

    /** The name to bear from now on. */
    @Schema(description = "新的名称", example = """
            {"name":"城关街道办事处"}""")
    public record RenameBody(
            @Schema(description = "名称", requiredMode = REQUIRED) @Nullable String name) {}

    @PostMapping
    @Requires(Right.ESTABLISH)
    @Operation(summary = "建立机关", description = "同一代码、同一名称再次提交不产生变化；同一代码、不同名称会被拒绝")
    @ApiResponse(responseCode = "201", description = "已建立", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "已有这个机关", useReturnTypeSchema = true)
    public ResponseEntity<OrganRow> establishOrgan(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody OrganBody body,
            Principal user) {
        if (body.code() == null || body.code().isBlank()) {
            throw Problem.badRequest("code", "机关代码必填");
        }
        if (body.name() == null || body.name().isBlank()) {
            throw Problem.badRequest("name", "机关名称必填");
        }
        OrganRow organ = new OrganRow(body.code().trim(), body.name().trim(), body.mayIssueRegulations());
        Recorded recorded = organs.establish(
                organ.code(),
                organ.name(),
                organ.mayIssueRegulations(),
                user.getName(),
                keys.of(key, user.getName(), "establish", body));
        URI place = URI.create("/api/v1/organs/" + Organs.inPath(organ.code()));
        return recorded.events() > 0
                ? ResponseEntity.created(place).body(organ)
                : ResponseEntity.ok().location(place).body(organs.require(organ.code()));
    }

    @GetMapping
    @Operation(summary = "全部机关")
    public List<OrganRow> listOrgans() {
        return organs.all();
    }

    @GetMapping("/{organ}")
    @Requires(Right.READ)
    @Operation(summary = "一个机关")
    public OrganRow openOrgan(@PathVariable String organ) {
        return organs.require(organ);
    }

    @PutMapping("/{organ}")
    @Requires(Right.SET_UP)
    @Operation(summary = "更改机关名称")
    public OrganRow renameOrgan(
            @PathVariable String organ,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody RenameBody body,
            Principal user) {
        if (body.name() == null || body.name().isBlank()) {
            throw Problem.badRequest("name", "机关名称必填");
        }
        String name = body.name().trim();
        organs.rename(organ, name, user.getName(), keys.of(key, user.getName(), "rename", organ, body));
        return new OrganRow(organ, name, organs.require(organ).mayIssueRegulations());
    }
}
