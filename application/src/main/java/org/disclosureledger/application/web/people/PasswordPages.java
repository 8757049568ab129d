package org.disclosureledger.application.web.people;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.application.security.Accounts;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.security.WithFirstPassword;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.people.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing one's own password. */
@Controller
@Requires(Right.COME_IN)
class PasswordPages {

    private final Accounts accounts;

    PasswordPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/password")
    @WithFirstPassword
    String blank(Principal user, Model model) {
        return form(user, List.of(), model);
    }

    @PostMapping("/password")
    @WithFirstPassword
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Principal user,
            HttpSession session,
            Model model,
            RedirectAttributes next) {
        if (!fresh.equals(again)) {
            return form(user, List.of(new Fault("again", "两次输入的新密码不一致")), model);
        }
        Optional<Accounts.Objection> objection = accounts.change(user.getName(), old, fresh, session.getId());
        if (objection.isPresent()) {
            Accounts.Objection o = objection.get();
            return form(user, List.of(new Fault(o.field(), o.sentence())), model);
        }
        next.addFlashAttribute("done", "密码已更改。");
        return "redirect:/password";
    }

    private String form(Principal user, List<Fault> faults, Model model) {
        model.addAttribute("mustChange", accounts.mustChange(user.getName()));
        model.addAttribute("faults", faults);
        return "password";
    }
}
