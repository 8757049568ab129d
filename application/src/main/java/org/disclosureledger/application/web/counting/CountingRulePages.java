package org.disclosureledger.application.web.counting;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.counting.ChosenRules;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.annualtables.AppliedRule;
import org.disclosureledger.projections.annualtables.MadeChoice;
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

/** The counting rules of an organ: what each means, which is in force, and choosing another. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/counting-rules")
class CountingRulePages {

    private final Organs organs;
    private final ChosenRules rules;
    private final IdempotencyKeys keys;

    CountingRulePages(Organs organs, ChosenRules rules, IdempotencyKeys keys) {
        this.organs = organs;
        this.rules = rules;
        this.keys = keys;
    }

    /**
     * A rule with its form.
     *
     * @param chosen identifier of the choice that the form shows
     * @param years from which the choice can hold
     * @param made what was chosen, the latest first
     */
    public record Asked(
            AppliedRule applied,
            String field,
            String chosen,
            int fromYear,
            List<Integer> years,
            List<MadeChoice> made) {}

    @GetMapping
    String show(@PathVariable("code") String organ, Model model) {
        return page(organ, null, "", 0, List.of(), model);
    }

    @PostMapping
    @Requires(Right.SET_UP)
    String choose(
            @PathVariable("code") String organ,
            @RequestParam String rule,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "0") int fromYear,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        CountingRule asked = rule(rule);
        try {
            Recorded recorded = rules.choose(
                    organ,
                    asked,
                    choice(asked, choice),
                    fromYear,
                    user.getName(),
                    keys.of(command, user.getName(), "choose-counting-rule", organ, rule, choice, fromYear));
            next.addFlashAttribute("done", recorded.events() > 0 ? "已登记。表格已按新的做法统计。" : "与最后一次的选择相同，没有变化。");
            return "redirect:/organs/" + Organs.inPath(organ) + "/counting-rules";
        } catch (CommandRejected e) {
            List<Fault> faults = e.findings().stream()
                    .map(f -> new Fault(field(asked), asked.label() + "：" + f.sentence()))
                    .toList();
            return page(organ, asked, choice, fromYear, faults, model);
        }
    }

    private String page(
            String organ,
            @Nullable CountingRule typedFor,
            String typed,
            int typedYear,
            List<Fault> faults,
            Model model) {
        model.addAttribute("organ", organs.require(organ));
        int thisYear = rules.thisYear();
        List<MadeChoice> made = new ArrayList<>(rules.made(organ));
        Collections.reverse(made);
        List<Asked> asked = new ArrayList<>();
        for (AppliedRule applied : rules.applied(organ, thisYear)) {
            boolean again = applied.rule() == typedFor;
            asked.add(new Asked(
                    applied,
                    field(applied.rule()),
                    again ? typed : applied.choice().id(),
                    again ? typedYear : thisYear,
                    List.of(thisYear + 1, thisYear, thisYear - 1),
                    made.stream()
                            .filter(m -> m.choice().rule() == applied.rule())
                            .toList()));
        }
        model.addAttribute("asked", asked);
        model.addAttribute("year", thisYear);
        model.addAttribute("faults", faults);
        return "counting-rules";
    }

    /** As an identifier of HTML, in which a dot would have to be escaped. */
    private static String field(CountingRule rule) {
        return rule.id().replace('.', '-');
    }

    private static CountingRule rule(String id) {
        for (CountingRule rule : CountingRule.values()) {
            if (rule.id().equals(id)) {
                return rule;
            }
        }
        throw new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这条计数规则", "没有名为“" + id + "”的计数规则。");
    }

    private static CountingChoice choice(CountingRule rule, String id) {
        return rule.choices().stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "choice",
                        "请选择一种做法："
                                + String.join(
                                        "、",
                                        rule.choices().stream()
                                                .map(Coded::label)
                                                .toList())));
    }
}
