package org.disclosureledger.application.web.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.verification.VerificationJob;
import org.disclosureledger.application.verification.Verifications;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** Starting a verification, watching it, and what came of it. */
@Controller
@Requires(Right.AUDIT)
@RequestMapping("/ledger/verify")
public class VerificationPages {

    private static final String PATH = "/ledger/verify";
    private static final int SHOWN = 20;

    private final Verifications verifications;
    private final JsonMapper json;

    public VerificationPages(Verifications verifications, JsonMapper json) {
        this.verifications = verifications;
        this.json = json;
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("jobs", verifications.latest(SHOWN));
        return "verifications";
    }

    /** Whoever comes while one is running is led to it. */
    @PostMapping
    String begin(Principal user) {
        return verifications
                .begin(user.getName())
                .or(() -> verifications.latest(SHOWN).stream()
                        .filter(j -> j.status() == VerificationJob.Status.RUNNING)
                        .map(VerificationJob::verificationId)
                        .findFirst())
                .map(id -> "redirect:" + PATH + "/" + id)
                .orElse("redirect:" + PATH);
    }

    @GetMapping("/{verificationId}")
    String outcome(@PathVariable UUID verificationId, Model model) {
        model.addAttribute("job", require(verificationId));
        verifications.report(verificationId).ifPresent(text -> model.addAttribute("report", json.readTree(text)));
        return "verification";
    }

    /** How far it is; once it has ended, htmx is told to open the page with the outcome. */
    @GetMapping("/{verificationId}/progress")
    String progress(@PathVariable UUID verificationId, Model model, HttpServletResponse response) {
        VerificationJob job = require(verificationId);
        model.addAttribute("job", job);
        if (job.finishedAt() != null) {
            response.setHeader("HX-Refresh", "true");
        }
        return "verification :: progress";
    }

    @GetMapping("/{verificationId}/report.json")
    @Exports(ExportKind.VERIFICATION)
    ResponseEntity<byte[]> download(@PathVariable UUID verificationId) {
        String report = verifications.report(verificationId).orElseThrow(() -> Problem.notFound("这次核验没有结果可以下载。"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("verify-" + verificationId + ".json")
                                .build()
                                .toString())
                .body(report.getBytes(StandardCharsets.UTF_8));
    }

    private VerificationJob require(UUID verificationId) {
        return verifications.find(verificationId).orElseThrow(() -> Problem.notFound("没有这次核验的记录。"));
    }
}
