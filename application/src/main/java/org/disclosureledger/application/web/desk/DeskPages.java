package org.disclosureledger.application.web.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.request.OpenCases;
import org.disclosureledger.application.request.OpenCases.OrganLoad;
import org.disclosureledger.application.request.OpenCases.State;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.organ.OrganRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is due in every organ, for whoever looks after several. */
@Controller
@Requires(Right.COME_IN)
class DeskPages {

    private static final int SHOWN = 3;
    private static final List<State> STATES = List.of(
            State.OPEN, State.OVERDUE, State.TODAY, State.WEEK, State.WAITING, State.PAYMENT, State.THIRD_PARTY);

    private final Organs organs;
    private final OpenCases openCases;

    DeskPages(Organs organs, OpenCases openCases) {
        this.organs = organs;
        this.openCases = openCases;
    }

    /** An organ's line. */
    public record Line(OrganRow organ, OrganLoad load) {}

    @GetMapping("/desk")
    String everywhere(Model model) {
        Map<String, OrganLoad> loads =
                openCases.everywhere(SHOWN).stream().collect(Collectors.toMap(OrganLoad::organ, Function.identity()));
        List<OrganRow> all = organs.all();
        List<Line> lines = new ArrayList<>();
        for (OrganRow organ : all) {
            OrganLoad load = loads.get(organ.code());
            if (load != null) {
                lines.add(new Line(organ, load));
            }
        }
        lines.sort(Comparator.comparingLong((Line l) -> l.load().count(State.OVERDUE))
                .thenComparingLong(l -> l.load().count(State.TODAY))
                .thenComparingLong(l -> l.load().count(State.WEEK))
                .reversed()
                .thenComparing(l -> l.organ().code()));
        model.addAttribute("states", STATES);
        model.addAttribute("lines", lines);
        model.addAttribute("free", all.size() - lines.size());
        return "desk";
    }
}
