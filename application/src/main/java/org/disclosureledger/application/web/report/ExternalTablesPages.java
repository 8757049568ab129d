package org.disclosureledger.application.web.report;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.consolidation.ExternalTables;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tables of an organ that does not use the system: what came in, and where the next file goes. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/consolidated-reports/{year}/external-tables/{member}")
class ExternalTablesPages {

    private final ExternalTables tables;
    private final Organs organs;
    private final IdempotencyKeys keys;

    ExternalTablesPages(ExternalTables tables, Organs organs, IdempotencyKeys keys) {
        this.tables = tables;
        this.organs = organs;
        this.keys = keys;
    }

    @GetMapping
    String page(@PathVariable("code") String organ, @PathVariable int year, @PathVariable String member, Model model) {
        return page(organ, year, member, new ExternalTables.Acceptance("", ""), List.of(), model);
    }

    private String page(
            String organ, int year, String member, ExternalTables.Acceptance given, List<Fault> faults, Model model) {
        model.addAttribute("member", tables.member(organ, year, member));
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("received", tables.received(organ, year, member));
        model.addAttribute("given", given);
        model.addAttribute("faults", faults);
        return "external-tables";
    }

    @PostMapping
    @Requires(Right.REPORT)
    String receive(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String acceptedBy,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next)
            throws IOException {
        var given = new ExternalTables.Acceptance(acceptedBy, reason);
        if (file == null || file.isEmpty()) {
            return page(organ, year, member, given, List.of(new Fault("file", "请选择文件；文件不能是空的")), model);
        }
        Recorded recorded;
        try (InputStream in = file.getInputStream()) {
            recorded = tables.receive(
                    organ,
                    year,
                    member,
                    in,
                    file.getSize(),
                    given,
                    user.getName(),
                    digest -> keys.of(
                            command, user.getName(), "receiveTables", organ, year, member, digest, acceptedBy, reason));
        } catch (CommandRejected e) {
            List<Fault> faults = new ArrayList<>(Fault.of(e.findings()));
            return page(organ, year, member, given, faults, model);
        } catch (Problem e) {
            return page(
                    organ,
                    year,
                    member,
                    given,
                    List.of(new Fault("file", String.valueOf(e.detail().getDetail()))),
                    model);
        }
        next.addFlashAttribute("done", recorded.events() == 0 ? "没有变化：与已经接收的相同。" : "已接收，计入合计。");
        return "redirect:/organs/" + Organs.inPath(organ) + "/consolidated-reports/" + year + "/external-tables/"
                + Organs.inPath(member);
    }
}
