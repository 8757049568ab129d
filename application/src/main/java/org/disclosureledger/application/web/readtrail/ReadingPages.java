package org.disclosureledger.application.web.readtrail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.ReadingLists;
import org.disclosureledger.application.readtrail.ReadingQuestion;
import org.disclosureledger.application.readtrail.SignIns;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.access.AccessRow;
import org.disclosureledger.projections.access.ListedAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who read which case, took what away, came in. */
@Controller
@Requires(Right.AUDIT)
class ReadingPages {

    private final ReadingLists lists;
    private final SignIns signIns;

    ReadingPages(ReadingLists lists, SignIns signIns) {
        this.lists = lists;
        this.signIns = signIns;
    }

    /** What the form holds, as it was typed. */
    public record Asked(String organ, String account, String subject, String from, String to) {}

    /**
     * A row in words.
     *
     * @param subject number of the case, or its identity
     * @param address of the case, null when whoever looks may not open it
     * @param place from where somebody came in, null otherwise
     */
    public record Row(
            long number,
            Instant at,
            String organ,
            String account,
            String act,
            String what,
            @Nullable String subject,
            @Nullable String address,
            @Nullable String place) {

        static Row of(ListedAccess listed, SignIns.Place place) {
            AccessRow row = listed.row();
            boolean opens = listed.caseNumber() != null && Access.current().may(Right.READ, row.organ());
            return new Row(
                    row.number(),
                    row.recordedAt(),
                    row.organ().equals(OrganCode.ALL.value()) ? "" : row.organ(),
                    row.account() == null ? "（没有这个用户名）" : row.account(),
                    row.act().label(),
                    words(row),
                    listed.caseNumber() == null ? row.subject() : listed.caseNumber(),
                    opens ? "/organs/" + Organs.inPath(row.organ()) + "/cases/" + row.subject() : null,
                    place.of(row.place()));
        }

        private static String words(AccessRow row) {
            String what = row.what();
            return switch (row.act()) {
                case READ ->
                    what == null ? "" : Coded.of(ReadingPurpose.class, what).label();
                case EXPORT -> what == null ? "" : exported(row, Coded.of(ExportKind.class, what));
                case SIGN_IN ->
                    AccessRow.PROGRAM.equals(what)
                            ? "程序，每小时记一次"
                            : AccessRow.OUTSIDE.equals(what) ? "浏览器，统一身份认证" : "浏览器，密码";
                case REFUSED -> "失败次数太多，或者统一身份没有绑定可用的账号";
            };
        }

        private static String exported(AccessRow row, ExportKind kind) {
            List<String> words = new ArrayList<>(List.of(kind.label()));
            if (row.register() != null) {
                words.add(RegisterLayout.byId(row.register())
                        .map(RegisterLayout::title)
                        .orElse(row.register()));
            }
            if (row.year() != null) {
                words.add(row.year() + "年");
            }
            if (row.personal()) {
                words.add("含申请人信息");
            }
            return String.join("，", words);
        }
    }

    @GetMapping("/ledger/readings")
    String list(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        List<Fault> faults = new ArrayList<>();
        LocalDate first = day("from", from, faults);
        LocalDate last = day("to", to, faults);
        ReadingQuestion question = ReadingQuestion.of(organ, account, subject, first, last, before);
        ReadingLists.Found found = new ReadingLists.Found(List.of(), null);
        if (faults.isEmpty()) {
            try {
                found = lists.found(question);
            } catch (Problem e) {
                faults.add(new Fault("asked-organ", String.valueOf(e.detail().getDetail())));
            }
        }
        SignIns.Place place = signIns.places();
        model.addAttribute("asked", new Asked(organ, account, subject, from, to));
        model.addAttribute("isNarrowed", question.isNarrowed() || !faults.isEmpty());
        model.addAttribute("faults", faults);
        model.addAttribute("before", before);
        model.addAttribute(
                "rows", found.rows().stream().map(r -> Row.of(r, place)).toList());
        model.addAttribute("older", found.next() == null ? null : address(question, found.next()));
        model.addAttribute("latest", address(question, null));
        return "readings";
    }

    private static @Nullable LocalDate day(String field, String typed, List<Fault> faults) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            faults.add(new Fault(field, "日期“" + typed + "”无法识别，请按 2024-03-05 的样子填写"));
            return null;
        }
    }

    private static String address(ReadingQuestion question, @Nullable Long before) {
        Map<String, Object> all = new LinkedHashMap<>();
        keep(all, "organ", question.organ());
        keep(all, "account", question.account());
        keep(all, "subject", question.subject());
        keep(all, "from", question.from());
        keep(all, "to", question.to());
        keep(all, "before", before);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ledger/readings");
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    private static void keep(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
