package org.disclosureledger.application.web.publication;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.publication.Publications;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationRules;
import org.disclosureledger.domain.publication.PublicationStep;
import org.disclosureledger.domain.publication.PublicationStepKind;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One piece of published information: where it stands, which steps it can take now and why not the others, its history. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/publications/{publicationId}")
public class PublicationItemPages {

    private static final String CORRECTION = "correction-";

    private final Organs organs;
    private final Publications publications;
    private final PublicationTimeline timeline;
    private final IdempotencyKeys keys;

    PublicationItemPages(Organs organs, Publications publications, PublicationTimeline timeline, IdempotencyKeys keys) {
        this.organs = organs;
        this.publications = publications;
        this.timeline = timeline;
        this.keys = keys;
    }

    /**
     * A step as the page offers it.
     *
     * @param objection why it cannot be taken now, null when it can
     * @param open whether its form shows at once
     */
    public record Offered(
            PublicationStepKind kind,
            List<Field> fields,
            @Nullable String objection,
            boolean open) {}

    /** What came in with the form that was just sent; nothing when the page is merely opened. */
    private record Sent(@Nullable PublicationStepKind kind, Map<String, String> values, List<Fault> faults) {

        static final Sent NOTHING = new Sent(null, Map.of(), List.of());
    }

    @GetMapping
    String open(@PathVariable("code") String organ, @PathVariable String publicationId, Model model) {
        return page(organ, publicationId, Sent.NOTHING, model);
    }

    @PostMapping("/steps/{step}")
    @Requires({Right.RECEIVE, Right.DECIDE})
    String take(
            @PathVariable("code") String organ,
            @PathVariable String publicationId,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        PublicationStepKind kind = kind(step);
        Access.require(organ, kind.right());
        Map<String, String> typed = PublicationForms.typed(kind, given);
        try {
            Recorded recorded = publications.take(
                    organ,
                    publicationId,
                    kind,
                    typed,
                    user.getName(),
                    keys.of(
                            own(command, step),
                            user.getName(),
                            kind.id() + "Publication",
                            organ,
                            publicationId,
                            typed));
            next.addFlashAttribute("done", "已登记：" + kind.label() + "。");
            next.addFlashAttribute(
                    "warnings", PublicationForms.faults(PublicationForms.prefix(kind), recorded.findings()));
            return there(organ, publicationId);
        } catch (CommandRejected e) {
            List<Fault> faults = PublicationForms.faults(PublicationForms.prefix(kind), e.findings());
            return page(organ, publicationId, new Sent(kind, typed, faults), model);
        }
    }

    @PostMapping("/corrections")
    @Requires(Right.RECEIVE)
    String correct(
            @PathVariable("code") String organ,
            @PathVariable String publicationId,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        String fact = PublicationForms.text(given, CORRECTION + "fact");
        String corrected = PublicationForms.text(given, CORRECTION + "corrected");
        String reason = PublicationForms.text(given, CORRECTION + "reason");
        try {
            Recorded recorded = publications.correct(
                    organ,
                    publicationId,
                    fact,
                    corrected,
                    reason,
                    user.getName(),
                    keys.of(
                            own(command, "correct"),
                            user.getName(),
                            "correctPublication",
                            organ,
                            publicationId,
                            fact,
                            corrected,
                            reason));
            next.addFlashAttribute("done", recorded.events() > 0 ? "已更正。原来的内容保留在历史中。" : "与已登记内容一致，没有变化。");
            next.addFlashAttribute("warnings", PublicationForms.faults(CORRECTION, recorded.findings()));
            return there(organ, publicationId);
        } catch (CommandRejected e) {
            Map<String, String> values = Map.of("fact", fact, "corrected", corrected, "reason", reason);
            return page(organ, publicationId, new Sent(null, values, correctionFaults(e)), model);
        }
    }

    /** What is said against the value stands at the field in which it was typed. */
    private static List<Fault> correctionFaults(CommandRejected rejected) {
        return PublicationForms.faults(CORRECTION, rejected.findings()).stream()
                .map(f -> List.of(CORRECTION + "fact", CORRECTION + "reason").contains(f.field())
                        ? f
                        : new Fault(CORRECTION + "corrected", f.sentence()))
                .distinct()
                .toList();
    }

    /** The forms of a page share one identity; each makes its own of it. */
    private static @Nullable String own(@Nullable String command, String form) {
        return command == null ? null : command + "." + form;
    }

    private static String there(String organ, String publicationId) {
        return "redirect:/organs/" + Organs.inPath(organ) + "/publications/" + Organs.inPath(publicationId);
    }

    private static PublicationStepKind kind(String id) {
        for (PublicationStepKind kind : PublicationStepKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw Problem.notFound("没有这样的步骤。");
    }

    private String page(String organ, String publicationId, Sent sent, Model model) {
        model.addAttribute("organ", organs.require(organ));
        Publications.Opened opened = publications.open(organ, publicationId);
        Facts facts = opened.row().facts();
        List<Offered> offered = new ArrayList<>();
        PublicationRules.possible(opened.row().publication())
                .forEach((kind, rule) -> offered.add(new Offered(
                        kind,
                        PublicationForms.step(kind, kind == sent.kind() ? sent.values() : Map.of()),
                        rule == null ? null : rule.sentence() + "（" + rule.ground() + "）",
                        kind == sent.kind())));
        model.addAttribute("publication", opened.summary());
        model.addAttribute("today", publications.today());
        model.addAttribute("offered", offered);
        model.addAttribute("correctable", correctable(facts));
        model.addAttribute("correction", sent.kind() == null ? sent.values() : Map.of());
        model.addAttribute("faults", sent.faults());
        model.addAttribute("steps", timeline.of(opened.events()));
        return "publication";
    }

    /** Everything that may be corrected, with what is recorded. */
    private static List<Choice> correctable(Facts facts) {
        List<Choice> choices = new ArrayList<>();
        PublicationFact.OF_PREPARATION.stream()
                .filter(f -> f != PublicationFact.PUBLICATION_NUMBER)
                .forEach(f -> choices.add(choice(facts, f, f.id())));
        for (PublicationStep step : PublicationStep.of(facts)) {
            PublicationStepKind kind = PublicationStep.kind(facts, step.number());
            if (kind != null) {
                kind.facts().forEach(f -> choices.add(choice(facts, f, f.ofStep(step.number()))));
            }
        }
        return choices;
    }

    private static Choice choice(Facts facts, PublicationFact fact, String id) {
        String value = facts.values().get(id);
        return new Choice(id, PublicationTimeline.label(fact, id) + "：" + (value == null ? "（空）" : fact.shown(value)));
    }
}
