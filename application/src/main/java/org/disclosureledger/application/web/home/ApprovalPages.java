package org.disclosureledger.application.web.home;

import java.security.Principal;
import java.util.Arrays;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an organ wants a second person to approve. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/approvals")
class ApprovalPages {

    private final Organs organs;
    private final OrganApprovals approvals;
    private final IdempotencyKeys keys;

    ApprovalPages(Organs organs, OrganApprovals approvals, IdempotencyKeys keys) {
        this.organs = organs;
        this.approvals = approvals;
        this.keys = keys;
    }

    @GetMapping
    String show(@PathVariable("code") String organ, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("settings", approvals.settings(organ));
        return "approvals";
    }

    @PostMapping
    @Requires(Right.APPROVE)
    String set(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "false") boolean required,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            RedirectAttributes next) {
        organs.require(organ);
        ApprovedStep asked = Arrays.stream(ApprovedStep.values())
                .filter(s -> s.id().equals(step))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这种步骤", "没有这种须经审核的步骤。"));
        Recorded recorded = approvals.set(
                organ,
                asked,
                required,
                user.getName(),
                keys.of(command, user.getName(), "setApproval", organ, step, required));
        String now = asked.label() + (required ? "须经另一人审核" : "不须审核");
        next.addFlashAttribute("done", recorded.events() == 0 ? "没有变化：" + now + "。" : "已登记：" + now + "。");
        return "redirect:/organs/" + Organs.inPath(organ) + "/approvals";
    }
}
