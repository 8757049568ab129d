package org.disclosureledger.application.web.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.request.Applicants;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.DecisionIndication;
import org.disclosureledger.domain.request.DecisionPath;
import org.disclosureledger.domain.request.DecisionQuestion;
import org.disclosureledger.domain.request.DecisionQuestion.Option;
import org.disclosureledger.domain.request.RequestRule;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.domain.request.StepRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The result of a request by questions, one a page, up to the form of the answer. Nothing is recorded on the way: the
 * address holds one letter for each answer, which tells nothing of anybody.
 */
@Controller
@Requires(Right.DECIDE)
@RequestMapping("/organs/{code}/requests/{caseId}/decision")
class DecisionPages {

    private static final String OPTION = "option";

    private final Organs organs;
    private final CaseFiles files;
    private final Applicants applicants;

    DecisionPages(Organs organs, CaseFiles files, Applicants applicants) {
        this.organs = organs;
        this.files = files;
        this.applicants = applicants;
    }

    /**
     * An answered question.
     *
     * @param place on the path, from 0
     * @param record what the record says, where nobody had to answer
     */
    public record Answered(
            int place,
            String words,
            String answer,
            @Nullable String record) {}

    /**
     * One thing that can be said.
     *
     * @param place among the options, from 0
     */
    public record Choice(int place, String words, String hint, boolean chosen) {}

    /** What speaks against a result, with the step that is missing; null where no step helps. */
    public record Objection(
            String sentence, String ground, @Nullable StepKind missing) {}

    @GetMapping
    String ask(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(name = GuidedAnswer.PATH, defaultValue = "") String code,
            @RequestParam(name = "q", required = false) @Nullable Integer question,
            Model model) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        if (!isPossible(file)) {
            return "redirect:" + address(file, "/steps/" + step(file).id());
        }
        DecisionPath path = DecisionPath.read(code);
        if (question == null || question < 0 || question >= path.taken().size()) {
            path = files.onward(file, path);
            return path.next() == null
                    ? "redirect:" + address(file, "/decision/check?a=" + path.code())
                    : page(file, path, path.taken().size(), List.of(), model);
        }
        return page(file, path, question, List.of(), model);
    }

    @PostMapping
    String answer(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(name = GuidedAnswer.PATH, defaultValue = "") String code,
            @RequestParam(name = "q", defaultValue = "0") int question,
            @RequestParam(name = OPTION, required = false) @Nullable Integer option,
            Model model) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        DecisionPath path = DecisionPath.read(code);
        int place = Math.max(0, Math.min(question, path.taken().size()));
        DecisionQuestion asked = at(path, place);
        if (asked == null) {
            return "redirect:" + address(file, "/decision/check?a=" + path.code());
        }
        if (option == null || option < 0 || option >= asked.options().size()) {
            return page(file, path, place, List.of(new Fault(OPTION, "请选择一项：" + asked.words())), model);
        }
        return "redirect:"
                + address(
                        file,
                        "/decision?a="
                                + path.saying(place, asked.options().get(option))
                                        .code());
    }

    @GetMapping("/check")
    String check(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(name = GuidedAnswer.PATH, defaultValue = "") String code,
            Model model) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        DecisionPath path = DecisionPath.read(code);
        GuidedAnswer guided = GuidedAnswer.of(path, files.outcomes(file));
        if (guided == null || !isPossible(file)) {
            return "redirect:" + address(file, "/decision?a=" + path.code());
        }
        frame(file, path, path.taken().size(), model);
        model.addAttribute("guided", guided);
        model.addAttribute("caseClock", files.clock(file));
        model.addAttribute("objections", objections(file, guided.advice().objections()));
        model.addAttribute("remarks", objections(file, guided.advice().remarks()));
        model.addAttribute(
                "indication",
                files.indication(file, path.taken().get(path.taken().size() - 1).question())
                        .orElse(null));
        return "decision-check";
    }

    private String page(CaseFile file, DecisionPath path, int place, List<Fault> faults, Model model) {
        DecisionQuestion question = Objects.requireNonNull(at(path, place));
        DecisionIndication indication = files.indication(file, question).orElse(null);
        Option said = place < path.taken().size()
                ? path.taken().get(place).option()
                : indication == null ? null : indication.option();
        frame(file, path, place, model);
        model.addAttribute("question", question);
        model.addAttribute("place", place);
        model.addAttribute("faults", faults);
        model.addAttribute("indication", indication);
        model.addAttribute("choices", choices(question, said));
        model.addAttribute("noneChosen", said == null);
        model.addAttribute(
                "similar", question.asksWhetherRepeated() ? applicants.of(file).requests() : List.of());
        return "decision";
    }

    /** What the pages of the way share: the case, the path, and where it goes back to. */
    private void frame(CaseFile file, DecisionPath path, int place, Model model) {
        List<Answered> answered = answered(file, path);
        model.addAttribute("organ", organs.require(file.organ()));
        model.addAttribute("file", file);
        model.addAttribute("path", path.code());
        model.addAttribute("step", step(file));
        model.addAttribute(
                "answered", answered.stream().filter(a -> a.place() != place).toList());
        model.addAttribute(
                "back",
                answered.stream()
                        .filter(a -> a.place() < place && a.record() == null)
                        .reduce((first, second) -> second)
                        .orElse(null));
    }

    private List<Answered> answered(CaseFile file, DecisionPath path) {
        List<Answered> answered = new ArrayList<>();
        for (DecisionPath.Taken taken : path.taken()) {
            String record = files.indication(file, taken.question())
                    .filter(i -> taken.option().equals(i.settled()))
                    .map(DecisionIndication::sentence)
                    .orElse(null);
            answered.add(new Answered(
                    answered.size(), taken.question().words(), taken.option().words(), record));
        }
        return answered;
    }

    private static List<Choice> choices(DecisionQuestion question, @Nullable Option said) {
        List<Choice> choices = new ArrayList<>();
        for (Option option : question.options()) {
            choices.add(new Choice(choices.size(), option.words(), hint(question, option), option.equals(said)));
        }
        return choices;
    }

    /** With the article, unless it is the only one that the question is about. */
    private static String hint(DecisionQuestion question, Option option) {
        String hint = option.hint() == null ? "" : option.hint();
        DecisionQuestion.Found found = option.found();
        if (found == null
                || question.ground().equals(found.article())
                || question.ground().endsWith("》" + found.article())) {
            return hint;
        }
        return found.article() + (hint.isEmpty() ? "" : "：" + hint);
    }

    private static List<Objection> objections(CaseFile file, List<Finding> findings) {
        return findings.stream()
                .map(f -> new Objection(
                        f.sentence(), f.ground(), StepRules.missing(RequestRule.valueOf(f.rule()), file.request())))
                .toList();
    }

    private boolean isPossible(CaseFile file) {
        StepKind step = step(file);
        return files.steps(file).stream().anyMatch(s -> s.kind() == step && s.isPossible());
    }

    private static StepKind step(CaseFile file) {
        return file.course().reopening() == null ? StepKind.DECIDE : StepKind.DECIDE_ANEW;
    }

    private static @Nullable DecisionQuestion at(DecisionPath path, int place) {
        return place < path.taken().size() ? path.taken().get(place).question() : path.next();
    }

    private static String address(CaseFile file, String rest) {
        return "/organs/" + Organs.inPath(file.organ()) + "/requests/" + file.caseId() + rest;
    }
}
