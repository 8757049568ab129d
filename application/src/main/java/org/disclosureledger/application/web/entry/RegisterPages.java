package org.disclosureledger.application.web.entry;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Fact;
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

/** The form for a new entry of a register. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/registers")
public class RegisterPages {

    private final Organs organs;
    private final Registers registers;
    private final IdempotencyKeys keys;

    public RegisterPages(Organs organs, Registers registers, IdempotencyKeys keys) {
        this.organs = organs;
        this.registers = registers;
        this.keys = keys;
    }

    @GetMapping
    String first(@PathVariable("code") String organ) {
        return "redirect:/organs/" + Organs.inPath(organ) + "/registers/" + RegisterLayout.REQUESTS.id();
    }

    @GetMapping("/{register}/new")
    @Requires(Right.RECEIVE)
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
    @Requires(Right.RECEIVE)
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

    static RegisterLayout layout(String register) {
        return RegisterLayout.byId(register)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这种台账", "没有名为“" + register + "”的台账。"));
    }
}
