package org.disclosureledger.application.web.home;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Hierarchy;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Which organ stands under which: the tree of a day, what was stated of an organ, and where that is stated. */
@Controller
@Requires(Right.COME_IN)
@RequestMapping("/organ-tree")
class OrganTreePages {

    private static final String EXAMPLE = "，例如 2024-03-01";

    private final Hierarchy hierarchy;
    private final Organs organs;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    OrganTreePages(Hierarchy hierarchy, Organs organs, ChinaTime time, IdempotencyKeys keys) {
        this.hierarchy = hierarchy;
        this.organs = organs;
        this.time = time;
        this.keys = keys;
    }

    /** What is typed into the forms of the page. */
    record Given(String organ, String superior, String from, String into, String on, String reason) {

        static Given none(String organ) {
            return new Given(organ, "", "", "", "", "");
        }
    }

    @GetMapping
    String tree(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "") String organ,
            Model model) {
        List<Fault> faults = new ArrayList<>();
        LocalDate shown = day.isBlank() ? null : date("day", day, "请填写日期", faults);
        return page(shown, day, asOf, Given.none(organ.strip()), faults, model);
    }

    private String page(
            @Nullable LocalDate day,
            String typedDay,
            @Nullable String asOf,
            Given given,
            List<Fault> faults,
            Model model) {
        Actor actor = Access.current();
        String instant = time.instant(asOf);
        Hierarchy.Shown shown = hierarchy.shown(day, instant, code -> sees(actor, code));
        model.addAttribute("shown", shown);
        model.addAttribute("day", typedDay);
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("given", given);
        boolean known = !given.organ().isEmpty() && sees(actor, given.organ());
        String about = known ? hierarchy.name(given.organ()) : null;
        model.addAttribute("about", about);
        model.addAttribute("merged", about != null && hierarchy.merged(given.organ()));
        model.addAttribute("statements", known ? hierarchy.statements(given.organ()) : List.of());
        model.addAttribute("faults", faults);
        return "organ-tree";
    }

    private static boolean sees(Actor actor, String code) {
        return actor.may(Right.ESTABLISH) || actor.knows(code);
    }

    private static @Nullable LocalDate date(String field, String typed, String otherwise, List<Fault> faults) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            faults.add(new Fault(field, otherwise + EXAMPLE));
            return null;
        }
    }

    @PostMapping("/placements")
    @Requires(Right.ESTABLISH)
    String place(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String superior,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Given given = new Given(organ.strip(), superior.strip(), from, "", "", "");
        List<Fault> faults = required(given.organ(), "organ");
        LocalDate day = date("from", from, "请填写从哪一天起", faults);
        if (day == null || !faults.isEmpty()) {
            return page(null, "", null, given, faults, model);
        }
        String above = given.superior().isEmpty() ? null : given.superior();
        return attempt(
                () -> hierarchy.place(
                        given.organ(),
                        above,
                        day,
                        user.getName(),
                        keys.of(command, user.getName(), "place", given.organ(), above, day)),
                given,
                "已登记隶属关系。",
                model,
                next);
    }

    @PostMapping("/mergers")
    @Requires(Right.ESTABLISH)
    String merge(
            @RequestParam(defaultValue = "") String merged,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Given given = new Given(merged.strip(), "", "", into.strip(), on, "");
        List<Fault> faults = required(given.organ(), "merged");
        if (given.into().isEmpty()) {
            faults.add(new Fault("into", "请填写承接的机关的代码"));
        }
        LocalDate day = date("on", on, "请填写撤并的日期", faults);
        if (day == null || !faults.isEmpty()) {
            return page(null, "", null, given, faults, model);
        }
        return attempt(
                () -> hierarchy.merge(
                        given.organ(),
                        given.into(),
                        day,
                        user.getName(),
                        keys.of(command, user.getName(), "merge", given.organ(), given.into(), day)),
                given,
                "已登记撤并。",
                model,
                next);
    }

    @PostMapping("/merger-withdrawals")
    @Requires(Right.ESTABLISH)
    String withdraw(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Given given = new Given(organ.strip(), "", "", "", "", reason);
        return attempt(
                () -> hierarchy.withdrawMerger(
                        given.organ(),
                        reason,
                        user.getName(),
                        keys.of(command, user.getName(), "withdrawMerger", given.organ(), reason)),
                given,
                "已撤销撤并的登记，机关没有撤并。",
                model,
                next);
    }

    private static List<Fault> required(String organ, String field) {
        List<Fault> faults = new ArrayList<>();
        if (organ.isEmpty()) {
            faults.add(new Fault(field, "请填写机关代码"));
        }
        return faults;
    }

    private String attempt(Supplier<Recorded> act, Given given, String done, Model model, RedirectAttributes next) {
        Recorded recorded;
        try {
            recorded = act.get();
        } catch (CommandRejected e) {
            return page(null, "", null, given, Fault.of(e.findings()), model);
        } catch (Problem e) {
            Object field = e.detail().getProperties() == null
                    ? null
                    : e.detail().getProperties().get("field");
            return page(
                    null,
                    "",
                    null,
                    given,
                    List.of(new Fault(
                            field == null ? "organ" : field.toString(),
                            String.valueOf(e.detail().getDetail()))),
                    model);
        }
        next.addFlashAttribute("done", recorded.events() == 0 ? "没有变化：原来就是这样登记的。" : done);
        return "redirect:"
                + UriComponentsBuilder.fromPath("/organ-tree")
                        .queryParam("organ", "{organ}")
                        .encode()
                        .buildAndExpand(organs.require(given.organ()).code())
                        .toUriString();
    }
}
