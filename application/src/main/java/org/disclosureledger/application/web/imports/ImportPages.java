package org.disclosureledger.application.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Announcements;
import org.disclosureledger.application.imports.ImportFinding;
import org.disclosureledger.application.imports.ImportJob;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.application.imports.ImportSpec;
import org.disclosureledger.application.imports.Imports;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.limits.Costly;
import org.disclosureledger.application.limits.Door;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.readtrail.HoldsNoData;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Handing in a register file, watching it being read, and what became of it. */
@Controller
@Requires(Right.RECEIVE)
@RequestMapping("/organs/{code}/imports")
public class ImportPages {

    private static final int SHOWN_IMPORTS = 50;
    private static final int SHOWN_FINDINGS = 200;

    private final Organs organs;
    private final Imports imports;
    private final ImportJobStore jobs;
    private final Uploads uploads;

    public ImportPages(Organs organs, Imports imports, ImportJobStore jobs, Uploads uploads) {
        this.organs = organs;
        this.imports = imports;
        this.jobs = jobs;
        this.uploads = uploads;
    }

    /** How a file is to be taken, as the form has it. */
    public record Chosen(String register, boolean dryRun, boolean corrections, String reason, boolean confirmed) {}

    @GetMapping
    String blank(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Model model) {
        return form(organ, new Chosen(register, dryRun, false, "", false), List.of(), model);
    }

    @Costly(Door.IMPORT)
    @PostMapping
    String handIn(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean corrections,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal user,
            Model model)
            throws IOException {
        organs.require(organ);
        RegisterLayout layout = RegisterLayout.byId(register).orElse(null);
        boolean missing = file == null || file.isEmpty();
        Chosen chosen = new Chosen(register, dryRun, corrections, reason, confirmed);
        List<Fault> faults = new ArrayList<>();
        if (layout == null) {
            faults.add(new Fault("register", "请选择要导入哪个台账"));
        }
        if (missing) {
            faults.add(new Fault("file", "请选择要导入的文件；文件不能是空的"));
        }
        if (corrections && reason.isBlank()) {
            faults.add(new Fault("reason", "按更正导入时，请填写更正理由"));
        }
        if (layout == null || file == null || !faults.isEmpty()) {
            return form(organ, chosen, faults, model);
        }
        ImportSpec spec = spec(organ, layout, file, chosen, user);
        imports.submit(spec);
        return "redirect:/organs/" + Organs.inPath(organ) + "/imports/" + spec.importId();
    }

    private ImportSpec spec(String organ, RegisterLayout layout, MultipartFile file, Chosen chosen, Principal user)
            throws IOException {
        try (InputStream in = file.getInputStream()) {
            Uploads.Upload upload = uploads.take(in, file.getSize());
            return new ImportSpec(
                    UUID.randomUUID(),
                    organ,
                    layout,
                    upload.file(),
                    Uploads.cleanName(file.getOriginalFilename(), layout, file.getContentType()),
                    file.getContentType(),
                    upload.sha256(),
                    chosen.dryRun(),
                    chosen.corrections(),
                    chosen.corrections() ? chosen.reason().strip() : null,
                    Announcements.first(),
                    user.getName());
        }
    }

    private String form(String organ, Chosen chosen, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("registers", RegisterLayout.values());
        model.addAttribute("chosen", chosen);
        model.addAttribute("faults", faults);
        model.addAttribute("jobs", jobs.latest(organ, SHOWN_IMPORTS));
        return "imports";
    }

    @GetMapping("/{importId}")
    @Shows(ReadingPurpose.IMPORT_FINDINGS)
    String outcome(@PathVariable("code") String organ, @PathVariable UUID importId, Model model) {
        model.addAttribute("organ", organs.require(organ));
        ImportJob job = require(organ, importId);
        model.addAttribute("job", job);
        model.addAttribute("register", RegisterLayout.byId(job.register()).orElseThrow());
        List<ImportFinding> errors = jobs.findings(job, Severity.FAULT, 0, SHOWN_FINDINGS);
        model.addAttribute("errors", errors);
        model.addAttribute("announced", !errors.isEmpty() && errors.get(0).isAnnouncement());
        model.addAttribute("remarks", jobs.findings(job, Severity.WARNING, 0, SHOWN_FINDINGS));
        return "import";
    }

    /** How far it is; once it has ended, htmx is told to open the page with the outcome. */
    @GetMapping("/{importId}/progress")
    String progress(
            @PathVariable("code") String organ,
            @PathVariable UUID importId,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("organ", organs.require(organ));
        ImportJob job = require(organ, importId);
        model.addAttribute("job", job);
        if (job.finishedAt() != null) {
            response.setHeader("HX-Refresh", "true");
        }
        return "import :: progress";
    }

    @GetMapping("/{importId}/findings.csv")
    @Exports(ExportKind.IMPORT_FINDINGS)
    @Shows(ReadingPurpose.IMPORT_FINDINGS)
    ResponseEntity<byte[]> findings(
            @PathVariable("code") String organ,
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "FAULT") Severity severity) {
        ImportJob job = require(organ, importId);
        String kind = severity == Severity.FAULT ? "错误" : "提示";
        return RegisterFiles.download(
                job.fileName() + " 的" + kind + ".csv", "text/csv;charset=UTF-8", FindingsCsv.of(jobs, job, severity));
    }

    @GetMapping("/template/{register}.xlsx")
    @HoldsNoData
    ResponseEntity<byte[]> template(@PathVariable("code") String organ, @PathVariable String register)
            throws IOException {
        organs.require(organ);
        RegisterLayout layout =
                RegisterLayout.byId(register).orElseThrow(() -> Problem.notFound("没有名为“" + register + "”的台账。"));
        return RegisterFiles.download(
                layout.title() + "模板.xlsx", RegisterFiles.XLSX, RegisterFiles.emptyWorkbook(layout));
    }

    private ImportJob require(String organ, UUID importId) {
        organs.require(organ);
        ImportJob job = jobs.find(organ, importId)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这次导入", "本机关没有这次导入的记录。"));
        job.requireReader();
        return job;
    }
}
