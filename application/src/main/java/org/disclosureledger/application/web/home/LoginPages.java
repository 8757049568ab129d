package org.disclosureledger.application.web.home;

import java.security.Principal;
import org.disclosureledger.application.security.OpenToAll;
import org.disclosureledger.application.security.OutsideSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in. */
@Controller
public class LoginPages {

    private final OutsideSignIn outside;

    LoginPages(OutsideSignIn outside) {
        this.outside = outside;
    }

    @GetMapping("/login")
    @OpenToAll
    String login(@Nullable Principal user, Model model) {
        model.addAttribute("outside", outside.label());
        return user == null ? "login" : "redirect:/";
    }
}
