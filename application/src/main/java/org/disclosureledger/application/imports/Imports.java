package org.disclosureledger.application.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.UnreadableFile;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Runs imports, at once or in the background, and keeps the book on what became of them. */
@Component
@DependsOnDatabaseInitialization
public class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /** Each import holds two database connections; the others wait their turn, so that everybody else keeps working. */
    private static final int AT_ONCE = 3;

    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
    private final Commands commands;
    private final ImportJobStore jobs;
    private final Projections projections;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 0).daemon(true).factory());

    public Imports(Commands commands, ImportJobStore jobs, Projections projections, Clock clock) {
        this.commands = commands;
        this.jobs = jobs;
        this.projections = projections;
        this.clock = clock;
        jobs.interrupted(clock.instant());
    }

    /** Imports and waits until the tables show it. The uploaded file is deleted in any case. */
    public ImportJob run(ImportSpec spec) {
        jobs.started(spec, clock.instant());
        return finish(spec);
    }

    /** Imports in the background; {@link ImportJobStore} tells how far it is. */
    public void submit(ImportSpec spec) {
        jobs.started(spec, clock.instant());
        background.execute(() -> finish(spec));
    }

    private ImportJob finish(ImportSpec spec) {
        atOnce.acquireUninterruptibly();
        try {
            ImportTally tally = commands.send(RegisterImport.COMMAND, spec, Map.of(), ImportTally.class);
            projections.catchUp();
            end(spec, ImportJob.Status.RECORDED, tally, null);
        } catch (RegisterImport.NotRecorded e) {
            boolean faulty = e.tally().faults > 0;
            end(
                    spec,
                    faulty ? ImportJob.Status.REFUSED : ImportJob.Status.CHECKED,
                    faulty ? e.tally().refused() : e.tally(),
                    null);
        } catch (ImportFindings.TooManyFindings e) {
            ImportTally none = new ImportTally();
            none.faults = 1;
            end(spec, ImportJob.Status.REFUSED, none, "错误和提示超过 30 万条，后面的行没有再检查；请核对文件是否选错或者列是否错位");
        } catch (UnreadableFile e) {
            String sentence = String.valueOf(e.getMessage());
            jobs.refused(
                    spec.importId(),
                    new ImportFinding(
                            Severity.FAULT,
                            e.row() == null ? 0 : e.row(),
                            e.column() == null ? "" : "第" + e.column() + "列",
                            e.reason().name(),
                            sentence));
            ImportTally none = new ImportTally();
            none.faults = 1;
            end(spec, ImportJob.Status.REFUSED, none, sentence);
        } catch (RuntimeException e) {
            LOG.error(
                    "import {} of register {} failed",
                    spec.importId(),
                    spec.register().id(),
                    e);
            end(spec, ImportJob.Status.FAILED, new ImportTally(), "导入没有完成，没有登记任何内容，请稍后重试");
        } finally {
            atOnce.release();
            delete(spec);
        }
        return jobs.find(spec.organ(), spec.importId()).orElseThrow();
    }

    private void end(ImportSpec spec, ImportJob.Status status, ImportTally tally, @Nullable String refusal) {
        jobs.finished(spec.importId(), status, tally, refusal, clock.instant());
    }

    private static void delete(ImportSpec spec) {
        try {
            Files.deleteIfExists(spec.file());
        } catch (IOException e) {
            LOG.warn("uploaded file of import {} could not be deleted", spec.importId(), e);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
