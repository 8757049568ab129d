package org.disclosureledger.application.web.desk;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.request.CaseHandlers;
import org.disclosureledger.application.request.OpenCases;
import org.disclosureledger.application.request.Proposals;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The requests of an organ by their last days. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/requests")
class RequestListPages {

    private static final int PAGE = 50;

    private final Organs organs;
    private final OpenCases openCases;
    private final CaseHandlers handlers;
    private final Proposals proposals;
    private final ReadPoints points;
    private final ChinaTime time;

    RequestListPages(
            Organs organs,
            OpenCases openCases,
            CaseHandlers handlers,
            Proposals proposals,
            ReadPoints points,
            ChinaTime time) {
        this.handlers = handlers;
        this.proposals = proposals;
        this.points = points;
        this.time = time;
        this.organs = organs;
        this.openCases = openCases;
    }

    @GetMapping
    String list(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String handler,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "1") int page,
            Principal user,
            Model model) {
        model.addAttribute("organ", organs.require(organ));
        OpenCases.State asked = Arrays.stream(OpenCases.State.values())
                .filter(s -> s.id().equals(state))
                .findFirst()
                .orElse(OpenCases.State.OPEN);
        String instant = time.instant(asOf);
        model.addAttribute("asOf", instant == null ? null : asOf);
        int wanted = Math.clamp(page, 1, Integer.MAX_VALUE / PAGE);
        String login = handler == null || handler.isBlank() || unassigned ? null : handler.strip();
        OpenCases.Page found = openCases.page(
                organ, asked, handlers.whose(login, unassigned), points.past(instant), (wanted - 1) * PAGE, PAGE);
        Map<String, Colleague> people = handlers.of(organ, found);
        long count = found.count(asked);
        model.addAttribute("people", people);
        model.addAttribute("hands", Hands.of(found.hands(), people, user.getName(), login, unassigned));
        model.addAttribute("handler", login);
        model.addAttribute("unassigned", unassigned ? Boolean.TRUE : null);
        model.addAttribute("waiting", proposals.waiting(List.of(organ)));
        model.addAttribute("state", asked);
        model.addAttribute("states", OpenCases.State.values());
        model.addAttribute("found", found);
        model.addAttribute("count", count);
        model.addAttribute("page", wanted);
        model.addAttribute("pages", Math.max(1, (count + PAGE - 1) / PAGE));
        return "requests";
    }

    @GetMapping("/{caseId}")
    String one(@PathVariable("code") String organ, @PathVariable String caseId) {
        return "redirect:/organs/" + Organs.inPath(organ) + "/cases/" + Organs.inPath(caseId);
    }
}
