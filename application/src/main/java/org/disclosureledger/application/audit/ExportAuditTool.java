package org.disclosureledger.application.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.disclosureledger.application.audit.AuditPackage.TablesBehind;
import org.disclosureledger.application.audit.AuditPackage.Written;
import org.disclosureledger.application.tool.Tool;
import org.springframework.stereotype.Component;

/** {@code export-audit --out <file>}: writes the audit package to a file, whole or not at all. */
@Component
public class ExportAuditTool implements Tool {

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    private final AuditPackage audit;

    public ExportAuditTool(AuditPackage audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "export-audit";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.get(0).equals("--out")) {
            System.err.println("用法：export-audit --out <文件>.zip");
            return NOT_DONE;
        }
        Path out = Path.of(arguments.get(1)).toAbsolutePath();
        try {
            Path partial =
                    Files.createTempFile(out.getParent(), out.getFileName().toString(), ".part");
            try {
                Written written = write(partial);
                Files.move(partial, out, StandardCopyOption.REPLACE_EXISTING);
                System.out.println("审计包已写入 " + out + "：事件 1–" + written.lastNumber() + "，存证 " + written.heads()
                        + " 个，报表 " + written.tables() + " 张，末尾杂凑值 " + written.lastHash());
                return DONE;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            System.err.println("无法写入 " + out + "：" + e.getMessage());
        } catch (TablesBehind e) {
            System.err.println(e.getMessage());
        }
        return NOT_DONE;
    }

    private Written write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return audit.write(out, audit.head());
        }
    }
}
