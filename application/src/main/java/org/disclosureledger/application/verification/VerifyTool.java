package org.disclosureledger.application.verification;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.disclosureledger.application.tool.Tool;
import org.disclosureledger.application.tool.Tools;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** {@code verify} from the command line: progress to standard error, the report to standard output or a file. */
public final class VerifyTool implements Tool {

    private static final int SOUND = 0;
    private static final int FOUND = 1;
    private static final int FAILED = 2;

    private final DataSource database;
    private final Clock clock;
    private final Path dataDirectory;
    private final Path heads;

    public VerifyTool(
            DataSource database,
            Clock clock,
            @Value("${ledger.data-dir}") Path dataDirectory,
            @Value("${ledger.heads.directory:}") @Nullable Path heads) {
        this.database = database;
        this.clock = clock;
        this.dataDirectory = dataDirectory;
        this.heads = heads == null ? dataDirectory.resolve("heads") : heads;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(List<String> arguments) {
        PrintStream err = new PrintStream(System.err, true, Tools.terminal());
        try {
            VerifyOptions options = VerifyOptions.of(arguments);
            Progress progress = new Progress();
            VerificationReport report = verify(options, progress, err);
            publish(report, options);
            tell(report, err);
            return report.ok() ? SOUND : FOUND;
        } catch (CannotVerify e) {
            err.println("没能核验：" + e.getMessage());
            return FAILED;
        }
    }

    private VerificationReport verify(VerifyOptions options, Progress progress, PrintStream err) {
        VerificationSpec spec = VerificationSpec.of(dataDirectory, heads, options.heads(), options.keys());
        ProgressLine shown = ProgressLine.show(progress, err);
        try {
            return new LedgerVerifier(database, clock).verify(spec, progress);
        } finally {
            shown.end();
        }
    }

    private static void publish(VerificationReport report, VerifyOptions options) {
        String json = ReportJson.write(report) + "\n";
        Path file = options.report();
        if (file == null) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(json);
            out.flush();
            return;
        }
        try {
            Files.writeString(file, json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotVerify("结果写不进文件 " + file, e);
        }
    }

    private static void tell(VerificationReport report, PrintStream err) {
        for (Check check : report.checks()) {
            err.println(check.title() + "：" + (check.ok() ? "相符" : "发现 " + check.total() + " 处") + "（共 "
                    + check.counted() + "）");
            check.findings().stream().limit(10).forEach(f -> err.println("  - " + f.sentence()));
        }
        err.println("本次核验发现不了的：");
        report.undetectable().forEach(sentence -> err.println("  - " + sentence));
        err.println(report.ok() ? "结论：一切相符" : "结论：有发现");
    }
}
