package org.disclosureledger.application.web.audit;

import org.disclosureledger.application.audit.AuditPackage;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the audit package is, and the way to it. */
@Controller
@Requires(Right.AUDIT)
public class AuditPages {

    private final AuditPackage audit;

    public AuditPages(AuditPackage audit) {
        this.audit = audit;
    }

    @GetMapping("/ledger/audit")
    String explain(Model model) {
        model.addAttribute("events", audit.head());
        return "audit";
    }
}
