package org.disclosureledger.application.web.entry;

import java.util.List;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.RegisterLists;
import org.disclosureledger.application.registers.RegisterQuestion;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.organ.OrganRow;
import org.disclosureledger.projections.register.FoundRows;
import org.disclosureledger.projections.register.RegisterOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers as lists. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/registers")
class RegisterListPages {

    static final int PAGE = 50;

    private final Organs organs;
    private final RegisterLists lists;
    private final ReadPoints points;
    private final ChinaTime time;

    RegisterListPages(Organs organs, RegisterLists lists, ReadPoints points, ChinaTime time) {
        this.organs = organs;
        this.lists = lists;
        this.points = points;
        this.time = time;
    }

    /** A condition as a tag, with the address of the list without it. */
    public record Tag(String words, String without) {}

    /**
     * A column, with the address of the list sorted by it, the other way when it is sorted by it already.
     *
     * @param sorted as aria-sort has it, null when the list is not sorted by it
     */
    public record Heading(
            String label, String address, @Nullable String sorted) {}

    @GetMapping("/{register}")
    String list(
            @PathVariable("code") String organ,
            @PathVariable String register,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OrganRow row = organs.require(organ);
        RegisterLayout layout = RegisterPages.layout(register);
        RegisterQuestion question = RegisterQuestion.of(layout, given);
        String instant = time.instant(asOf);
        int wanted = Math.clamp(page, 1, Integer.MAX_VALUE / PAGE);
        ReadPoint at = points.past(instant);
        FoundRows found = page(organ, question, at, wanted);
        int pages = (int) Math.max(1, (found.count() + PAGE - 1) / PAGE);
        int shown = Math.min(wanted, pages);
        if (shown < wanted) {
            found = page(organ, question, at, shown);
        }
        String path = "/organs/" + Organs.inPath(organ) + "/registers/" + layout.id();
        ListAddress here = ListAddress.of(path, question, instant == null ? null : asOf);
        model.addAttribute("organ", row);
        model.addAttribute("register", layout);
        model.addAttribute("registers", RegisterLayout.values());
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("instant", instant);
        model.addAttribute("question", question);
        model.addAttribute(
                "form", ListForm.of(question, given, lists.years(organ, layout).orElse(null), time.thisYear()));
        model.addAttribute(
                "faults",
                question.faults().stream()
                        .map(f -> new Fault(f.field(), f.sentence()))
                        .toList());
        model.addAttribute(
                "tags",
                question.chosen().stream()
                        .map(c -> new Tag(
                                c.words(), here.without(c.name(), c.value()).toString()))
                        .toList());
        model.addAttribute("headings", headings(question, here));
        model.addAttribute("kept", here.with("asOf", null).parameters());
        model.addAttribute("nothingKept", cleared(path, question, instant == null ? null : asOf));
        model.addAttribute("now", here.with("asOf", null).toString());
        model.addAttribute("exports", exports(organ, question, instant));
        model.addAttribute("count", found.count());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "previous", here.with("page", Integer.toString(shown - 1)).toString());
        model.addAttribute(
                "next", here.with("page", Integer.toString(shown + 1)).toString());
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .map(r -> ListedRow.of(question.columns(), r))
                        .toList());
        return "register";
    }

    private FoundRows page(String organ, RegisterQuestion question, ReadPoint at, int number) {
        return lists.page(
                organ, question.register(), question.filter(), question.order(), at, (number - 1) * PAGE, PAGE);
    }

    private static List<Heading> headings(RegisterQuestion question, ListAddress here) {
        RegisterOrder order = question.order();
        return question.columns().stream()
                .map(column -> heading(column, order, here))
                .toList();
    }

    private static Heading heading(Fact column, RegisterOrder order, ListAddress here) {
        boolean sorted = column.equals(order.by());
        String next = sorted && !order.descending() ? "-" + column.id() : column.id();
        String direction = order.descending() ? "descending" : "ascending";
        return new Heading(
                column.label(), here.with(RegisterQuestion.SORT, next).toString(), sorted ? direction : null);
    }

    /** The order and the columns stay. */
    private static String cleared(String path, RegisterQuestion question, @Nullable String asOf) {
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
        for (String name : List.of(RegisterQuestion.SORT, RegisterQuestion.COLUMNS)) {
            question.values(name).forEach(v -> kept.add(name, v));
        }
        return new ListAddress(path, kept).with("asOf", asOf).toString();
    }

    private static List<String> exports(String organ, RegisterQuestion question, @Nullable String instant) {
        String path = "/api/v1/organs/" + Organs.inPath(organ) + "/registers/"
                + question.register().id() + "/list-export";
        ListAddress list = ListAddress.of(path, question, instant);
        return List.of(
                list.with("format", "xlsx").toString(),
                list.with("format", "csv").toString());
    }
}
