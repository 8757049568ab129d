package org.disclosureledger.application.web.people;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.people.People;
import org.disclosureledger.application.security.OutsideSignIn;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.projections.organ.OrganRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts and their roles: the system administrator opens and suspends, the security administrator empowers. */
@Controller
@Requires(Right.SEE_ACCOUNTS)
@RequestMapping("/people")
class PeoplePages {

    private final People people;
    private final Organs organs;
    private final OutsideSignIn outside;
    private final IdempotencyKeys keys;

    PeoplePages(People people, Organs organs, OutsideSignIn outside, IdempotencyKeys keys) {
        this.people = people;
        this.organs = organs;
        this.outside = outside;
        this.keys = keys;
    }

    /** What the form for a new account holds. */
    public record AccountForm(String login, String name, String organ, boolean service) {}

    /** A role as a line shows it. */
    public record Line(String organ, String organName, Role role, long since) {}

    /** An account as a line of the list shows it. */
    public record Entry(People.Person person, String organName, String roles) {}

    @GetMapping
    String list(Model model) {
        Map<String, String> names = names();
        model.addAttribute(
                "people",
                people.all().stream()
                        .map(p -> new Entry(
                                p,
                                name(names, p.account().organ()),
                                p.roles().stream()
                                        .map(r -> name(names, r.organ())
                                                + r.role().label())
                                        .collect(Collectors.joining("、"))))
                        .toList());
        return "people";
    }

    @GetMapping("/new")
    @Requires(Right.KEEP_ACCOUNTS)
    String blank(Model model) {
        return form(new AccountForm("", "", "", false), List.of(), model);
    }

    @PostMapping
    @Requires(Right.KEEP_ACCOUNTS)
    String open(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "false") boolean service,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        AccountForm typed = new AccountForm(login.strip(), name.strip(), organ, service);
        List<Fault> faults = new ArrayList<>();
        if (typed.login().isEmpty()) {
            faults.add(new Fault("login", "请填写用户名"));
        }
        if (typed.name().isEmpty()) {
            faults.add(new Fault("name", "请填写姓名"));
        }
        if (typed.organ().isEmpty()) {
            faults.add(new Fault("organ", "请选择所在机关"));
        }
        if (!faults.isEmpty()) {
            return form(typed, faults, model);
        }
        try {
            People.OpenedAccount opened = people.open(
                    organ,
                    typed.login(),
                    typed.name(),
                    service,
                    user.getName(),
                    keys.of(command, user.getName(), "open-account", typed));
            next.addFlashAttribute("done", "已开设账号。岗位由安全管理员授予。");
            next.addFlashAttribute("firstPassword", opened.firstPassword());
            return "redirect:/people/" + typed.login();
        } catch (CommandRejected e) {
            faults.addAll(Fault.of(e.findings()));
        } catch (Problem e) {
            faults.add(new Fault("name", String.valueOf(e.detail().getDetail())));
        }
        return form(typed, faults, model);
    }

    private String form(AccountForm typed, List<Fault> faults, Model model) {
        model.addAttribute("form", typed);
        model.addAttribute("organs", organs.everywhere());
        model.addAttribute("faults", faults);
        return "person-new";
    }

    @GetMapping("/{login}")
    String show(@PathVariable String login, Model model) {
        return page(login, Map.of(), List.of(), model);
    }

    @PostMapping("/{login}/suspension")
    @Requires(Right.KEEP_ACCOUNTS)
    String suspend(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        return act(
                login,
                Map.of("reason", reason),
                () -> people.suspend(
                        login, reason, user.getName(), keys.of(command, user.getName(), "suspend", login, reason)),
                "账号已停用。",
                model,
                next);
    }

    @PostMapping("/{login}/resumption")
    @Requires(Right.KEEP_ACCOUNTS)
    String resume(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        return act(
                login,
                Map.of("reason", reason),
                () -> people.resume(
                        login, reason, user.getName(), keys.of(command, user.getName(), "resume", login, reason)),
                "账号已恢复。",
                model,
                next);
    }

    @PostMapping("/{login}/first-password")
    @Requires(Right.KEEP_ACCOUNTS)
    String issuePassword(@PathVariable String login, Principal user, Model model, RedirectAttributes next) {
        try {
            next.addFlashAttribute("firstPassword", people.issuePassword(login, user.getName()));
            return there(login);
        } catch (CommandRejected e) {
            return page(login, Map.of(), Fault.of(e.findings()), model);
        }
    }

    @PostMapping("/{login}/identity")
    @Requires(Right.KEEP_ACCOUNTS)
    String link(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Map<String, String> typed = Map.of("subject", subject);
        try {
            return act(
                    login,
                    typed,
                    () -> people.link(
                            login, subject, user.getName(), keys.of(command, user.getName(), "link", login, subject)),
                    "已绑定统一身份。",
                    model,
                    next);
        } catch (Problem e) {
            return page(
                    login,
                    typed,
                    List.of(new Fault("subject", String.valueOf(e.detail().getDetail()))),
                    model);
        }
    }

    @PostMapping("/{login}/identity/removal")
    @Requires(Right.KEEP_ACCOUNTS)
    String unlink(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String unlinking,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        return act(
                login,
                Map.of("unlinking", unlinking),
                () -> people.unlink(
                        login, unlinking, user.getName(), keys.of(command, user.getName(), "unlink", login, unlinking)),
                "已解除统一身份。",
                model,
                next);
    }

    @PostMapping("/{login}/roles")
    @Requires(Right.EMPOWER)
    String grant(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Map<String, String> typed = Map.of("organ", organ, "role", role);
        Role chosen = Coded.find(Role.class, role).orElse(null);
        if (organ.isEmpty() || chosen == null) {
            return page(
                    login,
                    typed,
                    List.of(organ.isEmpty() ? new Fault("organ", "请选择机关") : new Fault("role", "请选择岗位")),
                    model);
        }
        return act(
                login,
                typed,
                () -> people.grant(
                        login,
                        organ,
                        chosen,
                        user.getName(),
                        keys.of(command, user.getName(), "grant", login, organ, role)),
                "已授予岗位：" + chosen.label() + "。",
                model,
                next);
    }

    @PostMapping("/{login}/roles/withdrawal")
    @Requires(Right.EMPOWER)
    String withdraw(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Map<String, String> typed = Map.of("held", held, "why", why);
        int at = held.indexOf('/');
        Role chosen =
                at < 0 ? null : Coded.find(Role.class, held.substring(0, at)).orElse(null);
        if (chosen == null) {
            return page(login, typed, List.of(new Fault("held", "请选择要收回的岗位")), model);
        }
        String organ = held.substring(at + 1);
        return act(
                login,
                typed,
                () -> people.withdraw(
                        login,
                        organ,
                        chosen,
                        why,
                        user.getName(),
                        keys.of(command, user.getName(), "withdraw", login, held, why)),
                "已收回岗位：" + chosen.label() + "。",
                model,
                next);
    }

    private String act(
            String login,
            Map<String, String> typed,
            Supplier<Recorded> work,
            String done,
            Model model,
            RedirectAttributes next) {
        try {
            Recorded recorded = work.get();
            next.addFlashAttribute("done", recorded.events() > 0 ? done : "本来就是这样，没有变化。");
            return there(login);
        } catch (CommandRejected e) {
            return page(login, typed, Fault.of(e.findings()), model);
        }
    }

    private static String there(String login) {
        return "redirect:/people/" + Organs.inPath(login);
    }

    private String page(String login, Map<String, String> typed, List<Fault> faults, Model model) {
        People.Person person = people.require(login);
        Map<String, String> names = names();
        model.addAttribute("person", person);
        model.addAttribute("organName", name(names, person.account().organ()));
        model.addAttribute(
                "roles",
                person.roles().stream()
                        .map(r -> new Line(r.organ(), name(names, r.organ()), r.role(), r.since()))
                        .toList());
        model.addAttribute("organs", organs.everywhere());
        model.addAttribute("outside", outside.label());
        model.addAttribute("offered", Role.values());
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        return "person";
    }

    private Map<String, String> names() {
        return organs.everywhere().stream().collect(Collectors.toMap(OrganRow::code, OrganRow::name));
    }

    private static String name(Map<String, String> names, String organ) {
        return names.getOrDefault(organ, organ);
    }
}
