package org.disclosureledger.application.organ;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an organ wants a second person to approve, over HTTP. */
@RestController
@Requires(Right.READ)
@RequestMapping("/api/v1/organs/{organ}/approvals")
@Tag(name = "审核")
public class ApprovalController {

    private final Organs organs;
    private final OrganApprovals approvals;
    private final IdempotencyKeys keys;

    ApprovalController(Organs organs, OrganApprovals approvals, IdempotencyKeys keys) {
        this.organs = organs;
        this.approvals = approvals;
        this.keys = keys;
    }

    @Schema(description = "是否须经审核", example = """
            {"required":true}""")
    public record ApprovalBody(
            @Schema(description = "true 须经另一人审核，false 不须", requiredMode = REQUIRED) @Nullable Boolean required) {}

    @Schema(description = "一种步骤是否须经审核")
    public record ApprovalReply(
            @Schema(description = "decision 作出答复（含重新作出的）、extension 延期答复、publication 发布年度报告")
            ApprovedStep step,

            @Schema(description = "名称") String label,
            boolean required) {}

    @GetMapping
    @Operation(summary = "哪些步骤须经另一人审核", description = "没有设定的不须审核。须经审核的，登记这一步得到 202，批准以后才生效；导入的台账不经审核")
    public List<ApprovalReply> listApprovals(@PathVariable String organ) {
        organs.require(organ);
        return approvals.settings(organ).stream()
                .map(s -> new ApprovalReply(s.step(), s.step().label(), s.required()))
                .toList();
    }

    @PutMapping("/{step}")
    @Requires(Right.APPROVE)
    @Operation(summary = "设定一种步骤是否须经审核")
    public List<ApprovalReply> setApproval(
            @PathVariable String organ,
            @PathVariable String step,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ApprovalBody body,
            Principal user) {
        organs.require(organ);
        ApprovedStep asked = Arrays.stream(ApprovedStep.values())
                .filter(s -> s.id().equals(step))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("没有这种须经审核的步骤"));
        Boolean required = body.required();
        if (required == null) {
            throw Problem.badRequest("required", "required 应为 true 或 false");
        }
        approvals.set(
                organ,
                asked,
                required,
                user.getName(),
                keys.of(key, user.getName(), "setApproval", organ, step, required));
        return listApprovals(organ);
    }
}
