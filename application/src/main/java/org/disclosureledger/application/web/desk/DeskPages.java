package org.disclosureledger.application.web.desk;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.request.CaseHandlers;
import org.disclosureledger.application.request.OpenCases;
import org.disclosureledger.application.request.OpenCases.OrganLoad;
import org.disclosureledger.application.request.OpenCases.State;
import org.disclosureledger.application.request.Proposals;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.PublishedVersions;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.projections.caseload.CaseloadStore.Waiting;
import org.disclosureledger.projections.organ.OrganRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is due in every organ, for whoever looks after several; and what waits for a second person. */
@Controller
@Requires(Right.COME_IN)
class DeskPages {

    private static final int SHOWN = 3;
    private static final List<State> STATES = List.of(
            State.OPEN, State.OVERDUE, State.TODAY, State.WEEK, State.WAITING, State.PAYMENT, State.THIRD_PARTY);

    private final Organs organs;
    private final OpenCases openCases;
    private final CaseHandlers handlers;
    private final Proposals proposals;
    private final ReportPublishing publishing;

    DeskPages(
            Organs organs,
            OpenCases openCases,
            CaseHandlers handlers,
            Proposals proposals,
            ReportPublishing publishing) {
        this.publishing = publishing;
        this.organs = organs;
        this.openCases = openCases;
        this.handlers = handlers;
        this.proposals = proposals;
    }

    /** An organ's line. */
    public record Line(OrganRow organ, OrganLoad load) {}

    /**
     * A person's line.
     *
     * @param person null for what nobody in particular handles
     */
    public record PersonLine(OrganRow organ, @Nullable Colleague person, Map<State, Long> counts) {

        public long count(State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /** A step that waits for a second person. */
    public record ToApprove(OrganRow organ, Waiting waiting, StepKind step) {}

    /** A publication that waits for a second person. */
    public record ReportToApprove(OrganRow organ, int year, String proposedBy) {}

    @GetMapping("/desk")
    String everywhere(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean unassigned,
            Principal user,
            Model model) {
        Map<String, OrganRow> all =
                organs.all().stream().collect(Collectors.toMap(OrganRow::code, Function.identity()));
        List<OrganLoad> loads =
                openCases.everywhere(all.keySet(), handlers.whose(mine ? user.getName() : null, unassigned), SHOWN);
        List<PersonLine> people = new ArrayList<>();
        loads.forEach(load -> people.addAll(people(all, load)));
        people.sort(Comparator.comparingLong((PersonLine l) -> l.count(State.OVERDUE))
                .thenComparingLong(l -> l.count(State.TODAY))
                .thenComparingLong(l -> l.count(State.OPEN))
                .reversed()
                .thenComparing(l -> l.organ().code()));
        List<Line> lines = lines(all, loads);
        model.addAttribute("states", STATES);
        model.addAttribute("lines", lines);
        model.addAttribute("people", people);
        model.addAttribute("mine", mine && !unassigned);
        model.addAttribute("unassigned", unassigned);
        model.addAttribute(
                "mineCount",
                sum(people, l -> l.person() != null && l.person().login().equals(user.getName())));
        model.addAttribute("nobodysCount", sum(people, l -> l.person() == null));
        model.addAttribute("allCount", sum(people, l -> true));
        model.addAttribute("handlerOfLines", mine && !unassigned ? user.getName() : null);
        model.addAttribute("free", all.size() - loads.size());
        waiting(all, user.getName(), model);
        return "desk";
    }

    private static List<Line> lines(Map<String, OrganRow> all, List<OrganLoad> loads) {
        List<Line> lines = new ArrayList<>();
        for (OrganLoad load : loads) {
            OrganRow organ = all.get(load.organ());
            if (organ != null && load.count(State.OPEN) > 0) {
                lines.add(new Line(organ, load));
            }
        }
        lines.sort(Comparator.comparingLong((Line l) -> l.load().count(State.OVERDUE))
                .thenComparingLong(l -> l.load().count(State.TODAY))
                .thenComparingLong(l -> l.load().count(State.WEEK))
                .reversed()
                .thenComparing(l -> l.organ().code()));
        return lines;
    }

    private List<PersonLine> people(Map<String, OrganRow> all, OrganLoad load) {
        OrganRow organ = all.get(load.organ());
        if (organ == null) {
            return List.of();
        }
        Map<String, Colleague> known = handlers.of(load.organ(), load.people().keySet());
        return load.people().entrySet().stream()
                .map(e -> new PersonLine(organ, known.get(e.getKey()), e.getValue()))
                .toList();
    }

    private static long sum(List<PersonLine> people, Predicate<PersonLine> of) {
        return people.stream().filter(of).mapToLong(l -> l.count(State.OPEN)).sum();
    }

    /** Of what waits, that which whoever looks may approve, and what he has proposed himself. */
    private void waiting(Map<String, OrganRow> all, String login, Model model) {
        Actor actor = Access.current();
        Set<String> readable = all.keySet().stream()
                .filter(organ -> actor.may(Right.READ, organ))
                .collect(Collectors.toSet());
        List<ToApprove> waiting = new ArrayList<>();
        for (Waiting each : proposals.waiting(readable)) {
            OrganRow organ = all.get(each.organ());
            if (organ != null) {
                waiting.add(new ToApprove(organ, each, Coded.of(StepKind.class, each.proposed())));
            }
        }
        List<ReportToApprove> reports = new ArrayList<>();
        for (PublishedVersions.Waiting each : publishing.waiting(readable)) {
            OrganRow organ = all.get(each.organ());
            if (organ != null) {
                reports.add(
                        new ReportToApprove(organ, each.year(), each.proposed().proposedBy()));
            }
        }
        model.addAttribute(
                "reportsToApprove",
                reports.stream()
                        .filter(r -> actor.may(Right.APPROVE, r.organ().code()))
                        .filter(r -> !r.proposedBy().equals(login))
                        .toList());
        model.addAttribute(
                "ownReports",
                reports.stream().filter(r -> r.proposedBy().equals(login)).toList());
        model.addAttribute(
                "toApprove",
                waiting.stream()
                        .filter(w -> actor.may(Right.APPROVE, w.organ().code()))
                        .filter(w -> !w.waiting().proposedBy().equals(login))
                        .toList());
        model.addAttribute(
                "ownProposals",
                waiting.stream()
                        .filter(w -> w.waiting().proposedBy().equals(login))
                        .toList());
    }
}
