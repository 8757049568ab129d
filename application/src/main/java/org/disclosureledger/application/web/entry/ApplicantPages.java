package org.disclosureledger.application.web.entry;

import java.util.List;
import org.disclosureledger.application.limits.Costly;
import org.disclosureledger.application.limits.Door;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.RegisterColumns;
import org.disclosureledger.application.registers.RegisterLists;
import org.disclosureledger.application.request.Applicants;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.register.FoundRows;
import org.disclosureledger.projections.register.RegisterFilter;
import org.disclosureledger.projections.register.RegisterOrder;
import org.disclosureledger.projections.register.RegisterRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds requests by their applicant. The name and the number are sent in the body of each page's form and nowhere else:
 * addresses are kept in histories and logs, and a session would keep them longer than anybody needs.
 */
@Controller
@Requires(Right.READ_IDENTITY)
@Shows(ReadingPurpose.APPLICANT_SEARCH)
@RequestMapping("/organs/{code}/registers/requests/applicants")
class ApplicantPages {

    private static final int PAGE = RegisterListPages.PAGE;
    private static final List<Fact> COLUMNS = RegisterColumns.usual(RegisterLayout.REQUESTS);

    private final Organs organs;
    private final Applicants applicants;
    private final RegisterLists lists;
    private final Readings readings;

    ApplicantPages(Organs organs, Applicants applicants, RegisterLists lists, Readings readings) {
        this.readings = readings;
        this.organs = organs;
        this.applicants = applicants;
        this.lists = lists;
    }

    @GetMapping
    String blank(@PathVariable("code") String organ, Model model) {
        return page(model, organ, "", "", List.of());
    }

    @Costly(Door.SEARCH)
    @PostMapping
    String find(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String applicant,
            @RequestParam(defaultValue = "") String identityNumber,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (applicant.isBlank() && identityNumber.isBlank()) {
            return page(model, organ, applicant, identityNumber, List.of(new Fault("applicant", "请填写申请人姓名（名称）或者证件号码")));
        }
        int wanted = Math.clamp(page, 1, Integer.MAX_VALUE / PAGE);
        FoundRows found = lists.page(
                organ,
                RegisterLayout.REQUESTS,
                RegisterFilter.ALL.among(applicants.casesOf(organ, applicant, identityNumber)),
                RegisterOrder.RECORDED,
                ReadPoint.latest(),
                (wanted - 1) * PAGE,
                PAGE);
        readings.opened(organ, found.rows().stream().map(RegisterRow::caseId).toList());
        model.addAttribute("headings", COLUMNS.stream().map(Fact::label).toList());
        model.addAttribute("count", found.count());
        model.addAttribute("page", wanted);
        model.addAttribute("pages", Math.max(1, (found.count() + PAGE - 1) / PAGE));
        model.addAttribute(
                "rows", found.rows().stream().map(r -> ListedRow.of(COLUMNS, r)).toList());
        return page(model, organ, applicant, identityNumber, List.of());
    }

    private String page(Model model, String organ, String applicant, String identityNumber, List<Fault> faults) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("applicant", applicant);
        model.addAttribute("identityNumber", identityNumber);
        model.addAttribute("faults", faults);
        return "register-applicants";
    }
}
