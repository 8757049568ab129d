package org.disclosureledger.application.web.publication;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.publication.PublicationFigures;
import org.disclosureledger.application.publication.PublicationFilters;
import org.disclosureledger.application.publication.PublicationSummary;
import org.disclosureledger.application.publication.Publications;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationStage;
import org.disclosureledger.projections.publication.PublicationFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of what an organ publishes by itself, its figures for the report, and the form for a new piece. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/publications")
public class PublicationPages {

    private static final int PAGE = 50;

    private final Organs organs;
    private final Publications publications;
    private final PublicationFigures figures;
    private final ReadPoints points;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    public PublicationPages(
            Organs organs,
            Publications publications,
            PublicationFigures figures,
            ReadPoints points,
            ChinaTime time,
            IdempotencyKeys keys) {
        this.points = points;
        this.organs = organs;
        this.publications = publications;
        this.figures = figures;
        this.time = time;
        this.keys = keys;
    }

    /** What a list is narrowed by, as the fields of the form have it. */
    public record Narrowed(String year, String contentClass, String channel, String stage, String text) {

        boolean isEmpty() {
            return (year + contentClass + channel + stage + text).isEmpty();
        }
    }

    @GetMapping
    String list(
            @PathVariable("code") String organ,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String contentClass,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("organ", organs.require(organ));
        String instant = time.instant(asOf);
        PublicationFilter filter = PublicationFilters.of(year, contentClass, channel, stage, text);
        Narrowed narrowed =
                new Narrowed(year == null ? "" : Integer.toString(year), contentClass, channel, stage, text);
        List<PublicationSummary> then =
                instant == null ? List.of() : publications.then(organ, filter, points.at(instant));
        long count = instant == null ? publications.count(organ, filter) : then.size();
        int pages = (int) Math.max(1, (count + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        int counted = year == null ? latest(organ) : year;
        PublicationFigures.AsOf now = figures.of(organ, counted, instant);
        model.addAttribute("narrowed", narrowed);
        model.addAttribute("isNarrowed", !narrowed.isEmpty() || instant != null);
        model.addAttribute("years", years(organ, counted));
        model.addAttribute("classes", ContentClass.values());
        model.addAttribute("channels", PublicationChannel.values());
        model.addAttribute("stages", PublicationStage.values());
        model.addAttribute("count", count);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("query", query(narrowed, instant == null ? "" : String.valueOf(asOf)));
        model.addAttribute(
                "today",
                instant == null
                        ? publications.today()
                        : LocalDate.ofInstant(Instant.parse(instant), ClockConfiguration.CHINA));
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute(
                "rows",
                instant == null
                        ? publications.page(organ, filter, (shown - 1) * PAGE, PAGE)
                        : then.stream().skip((shown - 1L) * PAGE).limit(PAGE).toList());
        model.addAttribute("countedYear", counted);
        model.addAttribute("counts", now.counts());
        model.addAttribute("unprocessed", now.unprocessed() == 0 ? null : "有 " + now.unprocessed() + " 条记录未能计入本页的件数");
        return "publications";
    }

    /** The conditions as the end of an address, so that pages and files keep them. */
    private static String query(Narrowed narrowed, String asOf) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("year", narrowed.year());
        conditions.put("contentClass", narrowed.contentClass());
        conditions.put("channel", narrowed.channel());
        conditions.put("stage", narrowed.stage());
        conditions.put("text", narrowed.text());
        conditions.put("asOf", asOf);
        conditions.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.queryParam(name, "{" + name + "}");
            }
        });
        String built = query.encode().buildAndExpand(conditions).toUriString();
        return built.isEmpty() ? "?" : built + "&";
    }

    /** The year whose figures are shown when none is asked for. */
    private int latest(String organ) {
        return publications.years(organ).stream()
                .filter(y -> y <= time.thisYear())
                .findFirst()
                .orElse(time.thisYear());
    }

    private List<Integer> years(String organ, int counted) {
        TreeSet<Integer> years = new TreeSet<>(publications.years(organ));
        years.add(time.thisYear());
        years.add(counted);
        return List.copyOf(years.descendingSet());
    }

    @GetMapping("/new")
    @Requires(Right.RECEIVE)
    String blank(@PathVariable("code") String organ, Model model) {
        return form(organ, Map.of(), List.of(), model);
    }

    @PostMapping("/new")
    @Requires(Right.RECEIVE)
    String prepare(
            @PathVariable("code") String organ,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Map<String, String> typed = PublicationForms.typed(given);
        try {
            Recorded recorded = publications.prepare(
                    organ, typed, user.getName(), keys.of(command, user.getName(), "preparePublication", organ, typed));
            next.addFlashAttribute("done", recorded.events() > 0 ? "已登记。下一步是公开前的审查。" : "与已登记内容一致，没有变化。");
            return "redirect:/organs/" + Organs.inPath(organ) + "/publications/" + recorded.aggregateId();
        } catch (CommandRejected e) {
            return form(organ, typed, PublicationForms.faults("", e.findings()), model);
        }
    }

    private String form(String organ, Map<String, String> values, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("fields", PublicationForms.preparation(values));
        model.addAttribute("faults", faults);
        return "publication-new";
    }
}
