package org.disclosureledger.application.web.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.request.OpenCases;
import org.disclosureledger.application.request.OpenCases.DueDay;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The last days of the open requests on the leaves of a calendar. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/requests/calendar")
class DueCalendarPages {

    private static final int WEEK = 7;

    private final Organs organs;
    private final OpenCases openCases;
    private final ChinaTime time;

    DueCalendarPages(Organs organs, OpenCases openCases, ChinaTime time) {
        this.organs = organs;
        this.openCases = openCases;
        this.time = time;
    }

    /** A field of the leaf; days of the neighbouring months fill its first and last week. */
    public record Field(DueDay day, boolean ofMonth, boolean today) {}

    /** @param month as {@code 2026-11}, empty for the present one */
    @GetMapping
    String month(
            @PathVariable("code") String organ, @RequestParam(required = false) @Nullable String month, Model model) {
        model.addAttribute("organ", organs.require(organ));
        YearMonth shown = month(month);
        LocalDate first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        List<Field> fields = openCases.due(organ, first, last).stream()
                .map(d -> new Field(
                        d, YearMonth.from(d.day()).equals(shown), d.day().equals(time.today())))
                .toList();
        List<List<Field>> weeks = new ArrayList<>();
        for (int from = 0; from < fields.size(); from += WEEK) {
            weeks.add(fields.subList(from, from + WEEK));
        }
        model.addAttribute("month", shown);
        model.addAttribute("before", shown.minusMonths(1));
        model.addAttribute("after", shown.plusMonths(1));
        model.addAttribute("now", YearMonth.from(time.today()));
        model.addAttribute("weeks", weeks);
        model.addAttribute(
                "due",
                fields.stream()
                        .filter(Field::ofMonth)
                        .mapToInt(f -> f.day().due().size())
                        .sum());
        model.addAttribute(
                "provisional",
                fields.stream().anyMatch(f -> f.ofMonth() && !f.day().settled()));
        return "due-calendar";
    }

    private YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return YearMonth.from(time.today());
        }
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Problem.badRequest("month", "“" + typed + "”不是可以识别的月份，请按“年-月”填写，例如 2026-11。");
        }
    }
}
