package org.disclosureledger.application.web.rebuild;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.rebuild.Begun;
import org.disclosureledger.application.rebuild.RebuildJob;
import org.disclosureledger.application.rebuild.RebuildReply;
import org.disclosureledger.application.rebuild.RebuildRequest;
import org.disclosureledger.application.rebuild.RebuildState;
import org.disclosureledger.application.rebuild.Rebuilds;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.parked.ParkedPages;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Starting a rebuild, watching it, what it found, and taking it over. */
@Controller
@Requires({Right.AUDIT, Right.OPERATE})
@RequestMapping("/ledger/rebuild")
public class RebuildPages {

    private static final String PATH = "/ledger/rebuild";
    private static final int SHOWN = 20;

    private final Rebuilds rebuilds;
    private final Organs organs;
    private final IdempotencyKeys keys;

    public RebuildPages(Rebuilds rebuilds, Organs organs, IdempotencyKeys keys) {
        this.rebuilds = rebuilds;
        this.organs = organs;
        this.keys = keys;
    }

    /** A projector's name, and what people call its tables. */
    public record Place(String projector, String label) {}

    @ModelAttribute("places")
    List<Place> places() {
        return rebuilds.projectors().stream()
                .map(name -> new Place(name, ParkedPages.place(name)))
                .toList();
    }

    @GetMapping
    String start(Model model) {
        model.addAttribute("jobs", rebuilds.latest(SHOWN));
        model.addAttribute("organs", organs.everywhere());
        model.addAttribute("command", UUID.randomUUID().toString());
        return "rebuilds";
    }

    /** Whoever comes while one is running is led to it. */
    @PostMapping
    @Requires(Right.OPERATE)
    String begin(
            @RequestParam(defaultValue = "") String command,
            @RequestParam(defaultValue = "") List<String> projectors,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean swap,
            Principal user) {
        UUID id = keys.of(command, user.getName(), "rebuild", "page").value();
        if (rebuilds.find(id).isPresent()) {
            return page(id);
        }
        RebuildRequest asked = new RebuildRequest(
                projectors.stream().filter(p -> !p.isBlank()).toList(),
                organ.isBlank() ? null : organ,
                year,
                year == null && swap);
        Begun begun = rebuilds.begin(id, user.getName(), asked);
        if (begun == Begun.BUSY) {
            return rebuilds.latest(SHOWN).stream()
                    .filter(j -> j.state() == RebuildState.RUNNING)
                    .findFirst()
                    .map(j -> page(j.rebuildId()))
                    .orElse("redirect:" + PATH);
        }
        begun.orProblem();
        return page(id);
    }

    @GetMapping("/{rebuildId}")
    String outcome(@PathVariable UUID rebuildId, Model model) {
        show(rebuildId, model);
        return "rebuild";
    }

    /** How far it is; once it has ended, htmx is told to open the page with the outcome. */
    @GetMapping("/{rebuildId}/progress")
    String progress(@PathVariable UUID rebuildId, Model model, HttpServletResponse response) {
        if (show(rebuildId, model).state() != RebuildState.RUNNING) {
            response.setHeader("HX-Refresh", "true");
        }
        return "rebuild :: progress";
    }

    @PostMapping("/{rebuildId}/interrupt")
    @Requires(Right.OPERATE)
    String interrupt(@PathVariable UUID rebuildId) {
        require(rebuildId);
        (rebuilds.interrupt(rebuildId) ? Begun.BEGUN : Begun.UNSUITABLE).orProblem();
        return page(rebuildId);
    }

    @PostMapping("/{rebuildId}/resume")
    @Requires(Right.OPERATE)
    String resume(@PathVariable UUID rebuildId) {
        require(rebuildId);
        rebuilds.resume(rebuildId).orProblem();
        return page(rebuildId);
    }

    @PostMapping("/{rebuildId}/swap")
    @Requires(Right.OPERATE)
    String swap(@PathVariable UUID rebuildId, @RequestParam(defaultValue = "") String reason, Principal user) {
        require(rebuildId);
        rebuilds.swap(rebuildId, user.getName(), reason).orProblem();
        return page(rebuildId);
    }

    private RebuildJob show(UUID id, Model model) {
        RebuildJob job = require(id);
        model.addAttribute("job", job);
        model.addAttribute("reply", RebuildReply.of(job));
        return job;
    }

    private RebuildJob require(UUID id) {
        return rebuilds.find(id).orElseThrow(() -> Problem.notFound("没有这次重建的记录。"));
    }

    private static String page(UUID id) {
        return "redirect:" + PATH + "/" + id;
    }
}
