package org.disclosureledger.application.web.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.application.imports.ImportJob;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.rebuild.RebuildJob;
import org.disclosureledger.application.rebuild.RebuildState;
import org.disclosureledger.application.rebuild.Rebuilds;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.verification.VerificationJob;
import org.disclosureledger.application.verification.Verifications;
import org.disclosureledger.domain.people.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Imports, verifications and rebuilds, whoever began them: nothing is lost by leaving its page. */
@Controller
@Requires(Right.COME_IN)
class WorkPages {

    private static final int SHOWN = 50;

    private final ImportJobStore imports;
    private final Verifications verifications;
    private final Rebuilds rebuilds;

    WorkPages(ImportJobStore imports, Verifications verifications, Rebuilds rebuilds) {
        this.imports = imports;
        this.verifications = verifications;
        this.rebuilds = rebuilds;
    }

    /**
     * A piece of work.
     *
     * @param kind what it is, in Chinese
     * @param subject what it is about, e.g. the name of a file
     * @param state what became of it, in Chinese
     */
    public record Work(
            String kind,
            String subject,
            String address,
            Instant begunAt,
            String begunBy,
            boolean running,
            boolean good,
            String state) {

        static Work of(ImportJob job) {
            boolean good = job.status() == ImportJob.Status.RECORDED || job.status() == ImportJob.Status.CHECKED;
            return new Work(
                    "导入",
                    job.fileName(),
                    "/organs/" + Organs.inPath(job.organ()) + "/imports/" + job.importId(),
                    job.submittedAt(),
                    job.submittedBy(),
                    job.status() == ImportJob.Status.RUNNING,
                    good,
                    job.status().label() + "，已读 " + job.rowsRead() + " 行");
        }

        static Work of(VerificationJob job) {
            return new Work(
                    "核验台账",
                    "",
                    "/ledger/verify/" + job.verificationId(),
                    job.startedAt(),
                    job.requestedBy(),
                    job.status() == VerificationJob.Status.RUNNING,
                    job.status() == VerificationJob.Status.SOUND,
                    job.status().label() + "，" + job.done() + " / " + job.of() + " 个事件");
        }

        static Work of(RebuildJob job) {
            boolean good = job.state() == RebuildState.AGREED || job.state() == RebuildState.SWAPPED;
            return new Work(
                    "重建各表",
                    (job.organ() == null ? "全部机关" : job.organ()) + (job.year() == null ? "" : " " + job.year() + "年"),
                    "/ledger/rebuild/" + job.rebuildId(),
                    job.startedAt(),
                    job.requestedBy(),
                    job.state() == RebuildState.RUNNING,
                    good,
                    job.state().label() + "，" + job.read() + " / " + job.toRead() + " 个事件");
        }
    }

    @GetMapping("/work")
    String list(Model model) {
        Actor actor = Access.current();
        List<Work> all = Stream.of(
                        imports.latest(SHOWN).stream()
                                .filter(job -> actor.may(Right.RECEIVE, job.organ()))
                                .map(Work::of),
                        verifications.latest(SHOWN).stream()
                                .filter(job -> actor.may(Right.AUDIT))
                                .map(Work::of),
                        rebuilds.latest(SHOWN).stream()
                                .filter(job -> actor.may(Right.AUDIT) || actor.may(Right.OPERATE))
                                .map(Work::of))
                .flatMap(works -> works)
                .sorted(Comparator.comparing(Work::begunAt).reversed())
                .toList();
        model.addAttribute("running", all.stream().filter(Work::running).toList());
        model.addAttribute(
                "ended", all.stream().filter(w -> !w.running()).limit(SHOWN).toList());
        return "work";
    }
}
