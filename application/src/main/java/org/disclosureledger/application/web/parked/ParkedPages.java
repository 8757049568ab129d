package org.disclosureledger.application.web.parked;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.document.DocumentWiring;
import org.disclosureledger.application.projection.ParkedEvents;
import org.disclosureledger.application.remedy.RemedyWiring;
import org.disclosureledger.application.request.RequestWiring;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.tally.TallyWiring;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.ParkedEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The events that could not be handled, why, and the button that tries again. */
@Controller
@Requires({Right.AUDIT, Right.OPERATE})
public class ParkedPages {

    private static final int ROWS = 100;

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("annual-tables", "年度报表"),
            Map.entry("registers", "台账"),
            Map.entry("caseload", "在办申请"),
            Map.entry("applicants", "同一申请人的提示"),
            Map.entry("organs", "机关名录"),
            Map.entry("narratives", "报告文字"),
            Map.entry("publications", "主动公开"),
            Map.entry("reported-tables", "汇总年度报告"),
            Map.entry("people", "账号和岗位"),
            Map.entry("access", "查阅记录"),
            Map.entry("retention", "个人信息保存与销毁"),
            Map.entry("trail", "值得核对的登记"),
            Map.entry("handling", "办理用时的图表"));

    private static final Set<String> CASES =
            Set.of(RequestWiring.AGGREGATE, RemedyWiring.AGGREGATE, DocumentWiring.AGGREGATE, TallyWiring.AGGREGATE);

    private final ParkedEvents parked;

    public ParkedPages(ParkedEvents parked) {
        this.parked = parked;
    }

    /**
     * An event as a row shows it.
     *
     * @param place where it is missing
     * @param isCase whether the aggregate has a page of its own
     */
    public record Row(
            long number,
            String organ,
            String aggregateId,
            boolean isCase,
            String type,
            String place,
            String error,
            Instant parkedAt,
            int attempts) {

        static Row of(ParkedEvent e) {
            return new Row(
                    e.number(),
                    e.organ(),
                    e.aggregateId(),
                    CASES.contains(e.aggregateType()),
                    e.type(),
                    ParkedPages.place(e.projector()),
                    e.error() == null ? "等待同一案件前面的事件" : e.error(),
                    e.parkedAt(),
                    e.attempts());
        }
    }

    /** What people call that which a projector fills. */
    public static String place(String projector) {
        return PLACES.getOrDefault(projector, projector);
    }

    @GetMapping("/ledger/parked")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        long total = parked.count();
        long pages = Math.max(1, (total + ROWS - 1) / ROWS);
        long shown = Math.clamp(page, 1L, pages);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("page", shown);
        model.addAttribute(
                "rows",
                parked.page((shown - 1) * ROWS, ROWS).stream().map(Row::of).toList());
        return "parked";
    }

    @PostMapping("/ledger/parked/retry")
    @Requires(Right.OPERATE)
    String retry(RedirectAttributes next) {
        ParkedEvents.Retried retried = parked.retry();
        next.addFlashAttribute(
                "retried",
                "已重新处理：" + retried.handled() + " 处成功"
                        + (retried.remaining() == 0 ? "，全部处理完毕。" : "，还有 " + retried.remaining() + " 处未能处理。"));
        return "redirect:/ledger/parked";
    }
}
