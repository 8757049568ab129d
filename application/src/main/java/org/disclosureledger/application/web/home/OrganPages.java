package org.disclosureledger.application.web.home;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.publication.Publications;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.request.OpenCases;
import org.disclosureledger.application.request.Proposals;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.publication.PublicationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An organ's desk. */
@Controller
@Requires(Right.READ)
public class OrganPages {

    private static final int SHOWN_IMPORTS = 5;
    private static final int SHOWN_REQUESTS = 5;
    private static final int FIRST_YEAR = 2021;

    private final Organs organs;
    private final Registers registers;
    private final Publications publications;
    private final OpenCases openCases;
    private final Proposals proposals;
    private final ReportPublishing publishing;
    private final ImportJobStore jobs;
    private final ChinaTime time;

    public OrganPages(
            Organs organs,
            Registers registers,
            Publications publications,
            OpenCases openCases,
            Proposals proposals,
            ReportPublishing publishing,
            ImportJobStore jobs,
            ChinaTime time) {
        this.organs = organs;
        this.registers = registers;
        this.publications = publications;
        this.openCases = openCases;
        this.proposals = proposals;
        this.publishing = publishing;
        this.jobs = jobs;
        this.time = time;
    }

    /** How many entries a register has. */
    public record Count(RegisterLayout register, long entries) {}

    @GetMapping("/organs/{code}")
    String desk(@PathVariable("code") String organ, Model model) {
        model.addAttribute("organ", organs.require(organ));
        Map<String, Long> counts = registers.counts(organ);
        List<Count> shown = Arrays.stream(RegisterLayout.values())
                .map(r -> new Count(r, counts.getOrDefault(r.id(), 0L)))
                .toList();
        List<Integer> years = years(organ);
        model.addAttribute("counts", shown);
        long published = publications.count(organ, PublicationFilter.ALL);
        model.addAttribute("publications", published);
        model.addAttribute("fresh", published == 0 && shown.stream().allMatch(c -> c.entries() == 0));
        model.addAttribute("due", openCases.page(organ, OpenCases.State.OPEN, 0, SHOWN_REQUESTS));
        model.addAttribute("waiting", proposals.waiting(List.of(organ)));
        model.addAttribute("waitingReports", publishing.waiting(List.of(organ)));
        model.addAttribute("open", OpenCases.State.OPEN);
        model.addAttribute(
                "states",
                Arrays.stream(OpenCases.State.values())
                        .filter(s -> s != OpenCases.State.ANSWERED)
                        .toList());
        model.addAttribute("years", years);
        model.addAttribute("latestYear", years.get(0));
        model.addAttribute("jobs", jobs.latest(organ, SHOWN_IMPORTS));
        return "organ";
    }

    /** Years for which a report can be made: those that the registers speak of, the last and the present one. */
    private List<Integer> years(String organ) {
        TreeSet<Integer> years = new TreeSet<>(registers.years(organ));
        years.add(time.thisYear());
        years.add(time.thisYear() - 1);
        years.removeIf(y -> y < FIRST_YEAR || y > time.thisYear());
        return List.copyOf(years.descendingSet());
    }
}
