package org.disclosureledger.application.web.home;

import java.security.Principal;
import org.disclosureledger.application.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in. */
@Controller
public class LoginPages {

    @GetMapping("/login")
    @OpenToAll
    String login(@Nullable Principal user) {
        return user == null ? "login" : "redirect:/";
    }
}
