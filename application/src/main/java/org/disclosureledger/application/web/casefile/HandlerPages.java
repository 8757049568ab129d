package org.disclosureledger.application.web.casefile;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.request.CaseHandlers;
import org.disclosureledger.application.request.HandlerBodies.AssignHandlerBody;
import org.disclosureledger.application.request.HandlerBodies.ReleaseHandlerBody;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who handles a request: said on its page. */
@Controller
@Requires({Right.HANDLE, Right.DECIDE})
@Shows(ReadingPurpose.CASE_FILE)
@RequestMapping("/organs/{code}/requests/{caseId}/handler")
class HandlerPages {

    /** The fields of the page, which has another field for reasons. */
    static final String HANDLER = "handler";

    static final String REASON = "handlerReason";

    private final Organs organs;
    private final CaseHandlers handlers;
    private final CasePages cases;
    private final IdempotencyKeys keys;

    HandlerPages(Organs organs, CaseHandlers handlers, CasePages cases, IdempotencyKeys keys) {
        this.organs = organs;
        this.handlers = handlers;
        this.cases = cases;
        this.keys = keys;
    }

    @PostMapping
    String assign(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String handler,
            @RequestParam(name = REASON, defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        AssignHandlerBody body = new AssignHandlerBody(handler, reason);
        Map<String, String> typed = Map.of(HANDLER, handler, REASON, reason);
        if (handler.isBlank()) {
            return cases.show(organ, caseId, typed, List.of(new Fault(HANDLER, "请选择承办人")), model);
        }
        try {
            Recorded recorded = handlers.assign(
                    organ,
                    caseId,
                    body,
                    user.getName(),
                    keys.of(command, user.getName(), "assign", organ, caseId, body));
            next.addFlashAttribute("done", recorded.events() == 0 ? "承办人没有变化。" : "已确定承办人。");
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, typed, faults(e.findings()), model);
        }
    }

    @PostMapping("/release")
    String release(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        ReleaseHandlerBody body = new ReleaseHandlerBody(null);
        try {
            Recorded recorded = handlers.release(
                    organ,
                    caseId,
                    body,
                    user.getName(),
                    keys.of(command, user.getName(), "release", organ, caseId, body));
            next.addFlashAttribute("done", recorded.events() == 0 ? "承办人没有变化。" : "已改为未分派。");
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, Map.of(), faults(e.findings()), model);
        }
    }

    private static List<Fault> faults(List<Finding> findings) {
        return findings.stream()
                .map(f -> new Fault(f.fact().equals("reason") ? REASON : f.fact(), Fault.withGround(f), f.rule()))
                .toList();
    }
}
