package org.disclosureledger.application.web.entry;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.document.DocumentFact;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.domain.tally.TallyItem;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.register.RegisterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The registers as lists, and the form for a new entry. */
@Controller
@RequestMapping("/organs/{code}/registers")
public class RegisterPages {

    private static final int PAGE = 50;

    private final Organs organs;
    private final Registers registers;
    private final ReadPoints points;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    public RegisterPages(Organs organs, Registers registers, ReadPoints points, ChinaTime time, IdempotencyKeys keys) {
        this.points = points;
        this.time = time;
        this.organs = organs;
        this.registers = registers;
        this.keys = keys;
    }

    /** A row of the list: what leads to the case, and the other columns. */
    public record Listed(String caseId, String number, List<Cell> cells) {}

    /** A value under its heading; the kind tells how it is shown. */
    public record Cell(String label, String text, String kind) {}

    @GetMapping
    String first(@PathVariable("code") String organ) {
        return "redirect:/organs/" + Organs.inPath(organ) + "/registers/" + RegisterLayout.REQUESTS.id();
    }

    @GetMapping("/{register}")
    String list(
            @PathVariable("code") String organ,
            @PathVariable String register,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OrganRow row = organs.require(organ);
        RegisterLayout layout = layout(register);
        String instant = time.instant(asOf);
        ReadPoint at = points.past(instant);
        String wanted = number == null || number.isBlank() ? null : number.strip();
        long count = registers.count(organ, layout, wanted, at);
        int pages = (int) Math.max(1, (count + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        model.addAttribute("organ", row);
        model.addAttribute("register", layout);
        model.addAttribute("registers", RegisterLayout.values());
        model.addAttribute("number", wanted);
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("instant", instant);
        model.addAttribute("count", count);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("headings", columns(layout).stream().map(Fact::label).toList());
        model.addAttribute(
                "rows",
                registers.page(organ, layout, wanted, at, (shown - 1) * PAGE, PAGE).stream()
                        .map(r -> listed(layout, r))
                        .toList());
        return "register";
    }

    @GetMapping("/{register}/new")
    String blank(
            @PathVariable("code") String organ,
            @PathVariable String register,
            @RequestParam MultiValueMap<String, String> given,
            Model model) {
        OrganRow row = organs.require(organ);
        RegisterLayout layout = layout(register);
        return form(model, row, layout, TypedFacts.of(layout, given).fields(), List.of(), null);
    }

    @PostMapping("/{register}/new")
    Object enter(
            @PathVariable("code") String organ,
            @PathVariable String register,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        OrganRow row = organs.require(organ);
        RegisterLayout layout = layout(register);
        TypedFacts typed = TypedFacts.of(layout, given);
        List<Fault> faults = new ArrayList<>(typed.faults());
        CommandId id = keys.of(command, user.getName(), "enter", organ, register, typed.values(), typed.remarks());
        boolean again = faults.isEmpty() && registers.earlier(id).isPresent();
        String taken = faults.isEmpty() && !again ? taken(organ, layout, typed) : null;
        if (taken != null) {
            Fact key = layout.keyFacts().get(0);
            faults.add(new Fault(key.id(), key.label() + "“" + typed.values().get(key.id()) + "”已经登记过，不能重复登记"));
        }
        if (!faults.isEmpty()) {
            return form(model, row, layout, typed.fields(), faults, taken);
        }
        try {
            Recorded recorded = registers.enter(
                    organ,
                    layout,
                    new Registers.Typed(typed.values(), typed.remarks(), false, null),
                    user.getName(),
                    id);
            next.addFlashAttribute("done", recorded.events() > 0 ? "已登记。" : "与已登记内容一致，没有变化。");
            next.addFlashAttribute("warnings", TypedFacts.faults(layout, recorded.findings()));
            return "redirect:/organs/" + Organs.inPath(organ) + "/cases/" + recorded.aggregateId();
        } catch (CommandRejected e) {
            return form(model, row, layout, typed.fields(), TypedFacts.faults(layout, e.findings()), null);
        }
    }

    /** The case that already bears the number, null when none does. A tally may be reported again. */
    private @Nullable String taken(String organ, RegisterLayout layout, TypedFacts typed) {
        if (layout == RegisterLayout.TALLIES) {
            return null;
        }
        return registers
                .caseOf(organ, layout, typed.values(), typed.remarks())
                .map(RegisterRow::caseId)
                .orElse(null);
    }

    private static String form(
            Model model,
            OrganRow organ,
            RegisterLayout layout,
            Map<String, String> values,
            List<Fault> faults,
            @Nullable String taken) {
        model.addAttribute("organ", organ);
        model.addAttribute("register", layout);
        model.addAttribute("form", EntryForms.of(layout, values, false));
        model.addAttribute("faults", faults);
        model.addAttribute("taken", taken);
        return "entry-new";
    }

    private static Listed listed(RegisterLayout layout, RegisterRow row) {
        List<Fact> columns = columns(layout);
        Map<Fact, String> texts = new LinkedHashMap<>();
        for (Fact fact : columns) {
            String value = row.facts().get(fact.id());
            texts.put(fact, value == null ? "" : RegisterWords.shown(fact, value) + unit(fact, row));
        }
        String number = texts.getOrDefault(columns.get(0), "");
        List<Cell> cells = columns.stream()
                .skip(1)
                .map(f -> cell(f, texts.getOrDefault(f, "")))
                .toList();
        return new Listed(row.caseId(), number, cells);
    }

    private static String unit(Fact fact, RegisterRow row) {
        if (fact != TallyFact.AMOUNT) {
            return "";
        }
        return TallyItem.FEES.id().equals(row.facts().get(TallyFact.ITEM.id())) ? " 万元" : " 件";
    }

    private static Cell cell(Fact fact, String text) {
        boolean result = fact == RequestFact.OUTCOME || fact == RemedyFact.RESULT;
        if (result) {
            return new Cell(
                    fact.label(),
                    text.isEmpty() ? (fact == RemedyFact.RESULT ? "尚未审结" : "办理中") : text,
                    text.isEmpty() ? "open" : "closed");
        }
        return new Cell(fact.label(), text, fact == TallyFact.AMOUNT ? "figure" : "text");
    }

    /** What the list shows: never personal data. */
    private static List<Fact> columns(RegisterLayout layout) {
        return switch (layout) {
            case REQUESTS ->
                List.of(
                        RequestFact.REGISTRATION_NUMBER,
                        RequestFact.RECEIVED_ON,
                        RequestFact.CHANNEL,
                        RequestFact.APPLICANT_KIND,
                        RequestFact.DECIDED_ON,
                        RequestFact.OUTCOME);
            case REMEDIES -> List.of(RemedyFact.values());
            case DOCUMENTS ->
                List.of(
                        DocumentFact.DOCUMENT_NUMBER,
                        DocumentFact.TITLE,
                        DocumentFact.CATEGORY,
                        DocumentFact.ISSUED_ON,
                        DocumentFact.REPEALED_ON);
            case TALLIES -> List.of(TallyFact.ITEM, TallyFact.YEAR, TallyFact.AMOUNT);
        };
    }

    static RegisterLayout layout(String register) {
        return RegisterLayout.byId(register)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这种台账", "没有名为“" + register + "”的台账。"));
    }
}
