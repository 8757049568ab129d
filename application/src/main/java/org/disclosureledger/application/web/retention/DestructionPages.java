package org.disclosureledger.application.web.retention;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.retention.Retentions;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.retention.DestructionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second person's side: what all organs want to destroy, with what stands behind it, and the decision. */
@Controller
@Requires({Right.APPROVE_DESTRUCTION, Right.AUDIT})
@RequestMapping("/destructions")
class DestructionPages {

    private static final int SHOWN = 200;

    private final Organs organs;
    private final Retentions retentions;
    private final IdempotencyKeys keys;

    DestructionPages(Organs organs, Retentions retentions, IdempotencyKeys keys) {
        this.organs = organs;
        this.retentions = retentions;
        this.keys = keys;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("destructions", retentions.everywhere());
        model.addAttribute("names", names());
        model.addAttribute("unknown", retentions.unknownToTheLedger());
        return "destructions";
    }

    @GetMapping("/{proposal}")
    String show(@PathVariable long proposal, Model model) {
        return page(proposal, "", List.of(), model);
    }

    @PostMapping("/{proposal}/approval")
    @Requires(Right.APPROVE_DESTRUCTION)
    String approve(
            @PathVariable long proposal,
            @RequestParam(defaultValue = "false") boolean understood,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        DestructionRow row = retentions.requireProposal(proposal);
        if (!understood) {
            return page(proposal, "", List.of(new Fault("understood", "请确认销毁以后不能恢复")), model);
        }
        try {
            retentions.approve(
                    row.organ(),
                    row.batch(),
                    user.getName(),
                    keys.of(command, user.getName(), "approve-destruction", proposal));
            next.addFlashAttribute("done", "已销毁。这些案件的个人信息从此不能读取；办理日期、结果和统计不变。");
            return "redirect:/destructions/" + proposal;
        } catch (CommandRejected e) {
            return page(proposal, "", Fault.of(e.findings()), model);
        }
    }

    @PostMapping("/{proposal}/refusal")
    @Requires(Right.APPROVE_DESTRUCTION)
    String refuse(
            @PathVariable long proposal,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        DestructionRow row = retentions.requireProposal(proposal);
        try {
            retentions.abandon(
                    row.organ(),
                    row.batch(),
                    reason,
                    user.getName(),
                    keys.of(command, user.getName(), "refuse-destruction", proposal, reason));
            next.addFlashAttribute("done", "已退回，没有销毁任何内容。");
            return "redirect:/destructions/" + proposal;
        } catch (CommandRejected e) {
            return page(proposal, reason, Fault.of(e.findings()), model);
        }
    }

    private String page(long proposal, String reason, List<Fault> faults, Model model) {
        DestructionRow row = retentions.requireProposal(proposal);
        model.addAttribute("row", row);
        model.addAttribute("organName", names().getOrDefault(row.organ(), row.organ()));
        model.addAttribute("cases", retentions.cases(row, SHOWN));
        model.addAttribute("reason", reason);
        model.addAttribute("faults", faults);
        return "destruction";
    }

    private Map<String, String> names() {
        return organs.everywhere().stream().collect(Collectors.toMap(OrganRow::code, OrganRow::name));
    }
}
