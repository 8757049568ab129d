package org.disclosureledger.application.web.calendar;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.calendar.Calendars;
import org.disclosureledger.application.calendar.OrganCalendars;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Group;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.application.web.entry.EntryForm.Section;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.calendar.Days;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The days off and the days worked instead, year by year, and forms to enter a notice or to change a day. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/calendar")
public class CalendarPages {

    private static final Map<String, String> CHANGE_FIELDS =
            Map.of("noticeNumber", "changeNumber", "noticedOn", "changeNoticedOn");

    private static final int FIRST_YEAR = 2019;

    private final Organs organs;
    private final Calendars calendars;
    private final OrganCalendars known;
    private final IdempotencyKeys keys;
    private final ChinaTime time;

    CalendarPages(Organs organs, Calendars calendars, OrganCalendars known, IdempotencyKeys keys, ChinaTime time) {
        this.organs = organs;
        this.calendars = calendars;
        this.known = known;
        this.keys = keys;
        this.time = time;
    }

    /** The named days of a month. */
    public record Month(int month, List<Day> off, List<Day> worked) {}

    /** A named day and the notice that names it. */
    public record Day(LocalDate date, String notice) {}

    @GetMapping
    String year(
            @PathVariable("code") String organ, @RequestParam(required = false) @Nullable Integer year, Model model) {
        return page(organ, year == null ? time.thisYear() : year, Map.of(), List.of(), model);
    }

    @PostMapping("/notices")
    @Requires(Right.SET_UP)
    String notice(
            @PathVariable("code") String organ,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        List<Fault> faults = new ArrayList<>();
        Integer year = number(form, "noticeYear", faults);
        LocalDate noticedOn = date(form, "noticedOn", "通知日期", faults);
        Days off = days(form, "offDays", faults);
        Days worked = days(form, "workedDays", faults);
        int shown = year == null ? time.thisYear() : year;
        if (year == null || noticedOn == null || off == null || worked == null) {
            return page(organ, shown, form, faults, model);
        }
        try {
            Recorded recorded = calendars.enterNotice(
                    organ,
                    year,
                    text(form, "noticeNumber"),
                    noticedOn,
                    off,
                    worked,
                    user.getName(),
                    keys.of(command, user.getName(), "calendar-notice", organ, form));
            return done(organ, shown, recorded, next);
        } catch (CommandRejected e) {
            return page(organ, shown, form, Fault.of(e.findings()), model);
        }
    }

    @PostMapping("/changes")
    @Requires(Right.SET_UP)
    String change(
            @PathVariable("code") String organ,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        List<Fault> faults = new ArrayList<>();
        LocalDate day = date(form, "day", "更改的日期", faults);
        LocalDate noticedOn = date(form, "changeNoticedOn", "通知日期", faults);
        if (day == null || noticedOn == null) {
            return page(organ, time.thisYear(), form, faults, model);
        }
        try {
            Recorded recorded = calendars.changeDay(
                    organ,
                    day,
                    "worked".equals(form.get("kind")),
                    text(form, "changeNumber"),
                    noticedOn,
                    text(form, "reason").isEmpty() ? null : text(form, "reason"),
                    user.getName(),
                    keys.of(command, user.getName(), "calendar-change", organ, form));
            return done(organ, day.getYear(), recorded, next);
        } catch (CommandRejected e) {
            return page(organ, day.getYear(), form, ofTheChange(Fault.of(e.findings())), model);
        }
    }

    private static String done(String organ, int year, Recorded recorded, RedirectAttributes next) {
        next.addFlashAttribute("done", recorded.events() > 0 ? "已登记。没有办结的申请，答复期限已随之变动。" : "与已登记的相同，没有变化。");
        next.addFlashAttribute("warnings", Fault.of(recorded.findings()));
        return "redirect:/organs/" + Organs.inPath(organ) + "/calendar?year=" + year;
    }

    private String page(String organ, int year, Map<String, String> form, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        WorkingDays days = known.of(organ);
        Map<Integer, Month> months = new LinkedHashMap<>();
        days.named(year).forEach((day, named) -> {
            Month month = months.computeIfAbsent(
                    day.getMonthValue(), m -> new Month(m, new ArrayList<>(), new ArrayList<>()));
            (named.worked() ? month.worked() : month.off()).add(new Day(day, named.notice()));
        });
        int last = Math.max(
                time.thisYear() + 1,
                days.notices().keySet().stream().max(Integer::compare).orElse(0));
        List<Integer> years = new ArrayList<>();
        for (int y = FIRST_YEAR; y <= last; y++) {
            years.add(y);
        }
        model.addAttribute("year", year);
        model.addAttribute("years", years);
        model.addAttribute("months", months.values());
        model.addAttribute("notice", days.notices().get(year));
        model.addAttribute("workingDays", days.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)));
        model.addAttribute("noticeForm", noticeForm(form));
        model.addAttribute("changeForm", changeForm(form));
        model.addAttribute("faults", faults);
        return "calendar";
    }

    /** The two forms stand on one page, so that what the rules call by one name has another in the second form. */
    private static List<Fault> ofTheChange(List<Fault> faults) {
        return faults.stream()
                .map(f -> new Fault(CHANGE_FIELDS.getOrDefault(f.field(), f.field()), f.sentence(), f.rule()))
                .toList();
    }

    private static EntryForm noticeForm(Map<String, String> form) {
        return new EntryForm(List.of(new Section(
                "登记放假通知",
                "",
                List.of(
                        field(form, "noticeYear", "年度", Input.NUMBER, true, null),
                        field(form, "noticeNumber", "通知文号", Input.TEXT, true, "例如 国办发明电〔2025〕7号"),
                        field(form, "noticedOn", "通知日期", Input.DATE, true, null),
                        field(
                                form,
                                "offDays",
                                "放假的日期",
                                Input.MULTILINE,
                                true,
                                "每一天都写出来，用空格隔开，例如 2027-01-01 2027-01-02"),
                        field(form, "workedDays", "调休上班的日期", Input.MULTILINE, false, "星期六、星期日上班的日期；没有的不填")))));
    }

    private static EntryForm changeForm(Map<String, String> form) {
        return new EntryForm(List.of(new Section(
                "临时更改一天",
                "",
                List.of(
                        field(form, "day", "日期", Input.DATE, true, null),
                        new Field(
                                "kind",
                                "改为",
                                Input.RADIO,
                                true,
                                false,
                                null,
                                form.getOrDefault("kind", "off"),
                                List.of(new Group(null, List.of(new Choice("off", "放假"), new Choice("worked", "上班"))))),
                        field(form, "changeNumber", "依据的通知", Input.TEXT, true, null),
                        field(form, "changeNoticedOn", "通知日期", Input.DATE, true, null),
                        field(form, "reason", "原因", Input.TEXT, false, "不要写个人信息")))));
    }

    private static Field field(
            Map<String, String> form, String id, String label, Input input, boolean required, @Nullable String hint) {
        return new Field(id, label, input, required, false, hint, form.getOrDefault(id, ""), List.of());
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static @Nullable Integer number(Map<String, String> form, String field, List<Fault> faults) {
        try {
            return Integer.valueOf(text(form, field));
        } catch (NumberFormatException e) {
            faults.add(new Fault(field, "年度：请填写四位数字，例如 2027"));
            return null;
        }
    }

    private static @Nullable LocalDate date(Map<String, String> form, String field, String label, List<Fault> faults) {
        try {
            return LocalDate.parse(text(form, field));
        } catch (DateTimeException e) {
            faults.add(new Fault(field, label + "：请填写日期，例如 2026-11-04"));
            return null;
        }
    }

    private static @Nullable Days days(Map<String, String> form, String field, List<Fault> faults) {
        try {
            return Days.of(text(form, field));
        } catch (DateTimeException e) {
            faults.add(new Fault(field, "日期之间用空格或者逗号隔开，每个写成 2027-01-01"));
            return null;
        }
    }
}
