package org.disclosureledger.application.web.home;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.projection.ParkedEvents;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.organ.OrganRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: the organs, or how to begin; and making an organ. */
@Controller
@Requires(Right.COME_IN)
public class HomePages {

    private final Organs organs;
    private final Registers registers;
    private final ExampleTown example;
    private final IdempotencyKeys keys;
    private final ParkedEvents parked;

    public HomePages(
            Organs organs, Registers registers, ExampleTown example, IdempotencyKeys keys, ParkedEvents parked) {
        this.parked = parked;
        this.organs = organs;
        this.registers = registers;
        this.example = example;
        this.keys = keys;
    }

    /** An organ as a card shows it. */
    public record Card(OrganRow organ, long entries, List<Integer> years) {}

    /** What the form for a new organ holds. */
    public record OrganForm(String code, String name, String power) {}

    @GetMapping("/")
    String home(Model model) {
        List<Card> cards = organs.all().stream()
                .map(o -> new Card(
                        o,
                        registers.counts(o.code()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        registers.years(o.code())))
                .toList();
        model.addAttribute("cards", cards);
        model.addAttribute("parked", parked.count());
        model.addAttribute(
                "exampleLoaded", cards.stream().anyMatch(c -> c.organ().code().equals(ExampleTown.CODE)));
        return "home";
    }

    @GetMapping("/organs/new")
    @Requires(Right.ESTABLISH)
    String blank(Model model) {
        return form(model, new OrganForm("", "", ""), List.of());
    }

    @GetMapping("/organs")
    String list() {
        return "redirect:/";
    }

    @PostMapping("/organs")
    @Requires(Right.ESTABLISH)
    String establish(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model) {
        OrganForm typed = new OrganForm(code.strip(), name.strip(), power);
        List<Fault> faults = new ArrayList<>();
        if (typed.code().isEmpty()) {
            faults.add(new Fault("code", "请填写机关代码"));
        }
        if (typed.name().isEmpty()) {
            faults.add(new Fault("name", "请填写机关名称"));
        }
        if (!faults.isEmpty()) {
            return form(model, typed, faults);
        }
        try {
            organs.establish(
                    typed.code(),
                    typed.name(),
                    power(power),
                    user.getName(),
                    keys.of(command, user.getName(), "establish", typed));
        } catch (CommandRejected e) {
            e.findings().forEach(f -> faults.add(new Fault(f.fact().equals("name") ? "name" : "code", f.sentence())));
            return form(model, typed, faults);
        } catch (Problem e) {
            faults.add(new Fault("code", String.valueOf(e.detail().getDetail())));
            return form(model, typed, faults);
        }
        return Access.current().knows(typed.code())
                ? "redirect:/organs/" + Organs.inPath(typed.code())
                : "redirect:/people";
    }

    @PostMapping("/example")
    @Requires(Right.RECEIVE)
    String loadExample(Principal user) {
        example.load(user.getName());
        return "redirect:/organs/" + ExampleTown.CODE + "/annual-reports/" + ExampleTown.YEAR;
    }

    private static String form(Model model, OrganForm typed, List<Fault> faults) {
        model.addAttribute("form", typed);
        model.addAttribute("faults", faults);
        return "organ-new";
    }

    private static @Nullable Boolean power(String chosen) {
        return switch (chosen) {
            case "may" -> Boolean.TRUE;
            case "mayNot" -> Boolean.FALSE;
            default -> null;
        };
    }
}
