package org.disclosureledger.application.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.disclosureledger.application.tool.Tool;
import org.disclosureledger.application.tool.Tools;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify --package <file>}: verifies an audit package without any database. */
public final class VerifyPackageTool implements Tool {

    private static final int SOUND = 0;
    private static final int FOUND = 1;
    private static final int FAILED = 2;
    private static final int SHOWN = 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(List<String> arguments) {
        PrintStream err = new PrintStream(System.err, true, Tools.terminal());
        List<Path> packages = new ArrayList<>();
        List<Path> keys = new ArrayList<>();
        List<Path> heads = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            List<Path> values = switch (option) {
                case "--package" -> packages;
                case "--key" -> keys;
                case "--heads" -> heads;
                default -> List.of();
            };
            if (!rest.hasNext() || !List.of("--package", "--key", "--heads").contains(option)) {
                err.println("用法：verify --package <审计包.zip> [--key <公钥文件>]… [--heads <目录>]…");
                return FAILED;
            }
            values.add(Path.of(rest.next()));
        }
        if (packages.size() != 1 || !Files.exists(packages.get(0))) {
            err.println("没有这个审计包：" + packages);
            return FAILED;
        }
        try {
            PackageReport report = PackageVerifier.verify(packages.get(0), keys, heads);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(JSON.writeValueAsString(report));
            tell(report, err);
            return report.ok() ? SOUND : FOUND;
        } catch (IOException e) {
            err.println("没能核验：" + e.getMessage());
            return FAILED;
        }
    }

    private static void tell(PackageReport report, PrintStream err) {
        err.println("事件 " + report.events() + " 个，存证 " + report.heads() + " 份（签到第 " + report.signedUpTo() + " 号），报表 "
                + report.tables() + " 张");
        report.faults().stream().limit(SHOWN).forEach(f -> err.println("  - " + f.where() + "：" + f.what()));
        err.println("本次核验发现不了的：");
        report.cannotTell().forEach(sentence -> err.println("  - " + sentence));
        err.println(report.ok() ? "结论：一切相符" : "结论：发现 " + report.faultCount() + " 处");
    }
}
