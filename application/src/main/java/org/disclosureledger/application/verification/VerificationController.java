package org.disclosureledger.application.verification;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifications over HTTP. */
@RestController
@Requires(Right.AUDIT)
@RequestMapping(VerificationController.PATH)
@Tag(name = "核验台账")
public class VerificationController {

    static final String PATH = "/api/v1/ledger/verifications";

    private static final int SHOWN = 50;

    private final Verifications verifications;

    public VerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    /**
     * A verification with its report.
     *
     * @param report as the command line writes it, null as long as there is none
     */
    @Schema(description = "一次核验的进度，结束后连同结果")
    public record VerificationReply(
            @JsonUnwrapped VerificationJob job,

            @Schema(
                    description = "结果，与命令行所给的相同；没有结束时为空",
                    implementation = Object.class,
                    additionalProperties = AdditionalPropertiesValue.TRUE)
            @JsonRawValue
            @Nullable String report) {}

    @PostMapping
    @Operation(summary = "核验台账", description = "在后台核对杂凑链、编号、存证、事件内容，并重放事件与现有各表比较；服务照常工作。同一数据库同时只进行一次")
    @ApiResponse(responseCode = "202", description = "已开始，Location 为进度的地址", content = @Content)
    @ApiResponse(responseCode = "409", description = "已经有一次核验正在进行")
    public ResponseEntity<Void> beginVerification(Principal user) {
        UUID id = verifications.begin(user.getName()).orElseThrow(this::running);
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).build();
    }

    private Problem running() {
        Map<String, Object> which = verifications.latest(SHOWN).stream()
                .filter(j -> j.status() == VerificationJob.Status.RUNNING)
                .findFirst()
                .map(j -> Map.<String, Object>of("verification", PATH + "/" + j.verificationId()))
                .orElse(Map.of());
        return new Problem(HttpStatus.CONFLICT, "verification-running", "正在核验", "已经有一次核验正在进行，请等它结束", which);
    }

    @GetMapping("/{verificationId}")
    @Operation(summary = "一次核验的进度，结束后连同结果")
    public VerificationReply openVerification(@PathVariable UUID verificationId) {
        VerificationJob job = verifications.find(verificationId).orElseThrow(() -> Problem.notFound("没有这次核验"));
        return new VerificationReply(job, verifications.report(verificationId).orElse(null));
    }

    @GetMapping
    @Operation(summary = "最近的核验")
    public List<VerificationJob> listVerifications() {
        return verifications.latest(SHOWN);
    }
}
