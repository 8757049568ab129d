package org.disclosureledger.application.tool;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.audit.ExportAuditBeans;
import org.disclosureledger.application.audit.ExportAuditTool;
import org.disclosureledger.application.audit.VerifyPackageTool;
import org.disclosureledger.application.privacy.RotateMasterKeyBeans;
import org.disclosureledger.application.privacy.RotateMasterKeyTool;
import org.disclosureledger.application.verification.VerifyTool;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The tools by the word that asks for them, each in a small context of its own that serves nobody. */
public final class Tools {

    /** Could not be done, whatever the reason. */
    private static final int FAILED = 2;

    /** A tool and what its small context is made of. */
    private record Asked(Class<? extends Tool> tool, Class<?>... beans) {}

    /** Every tool by its word; a new one is one line. */
    private static final Map<String, Asked> ALL = Map.of(
            "verify", new Asked(VerifyTool.class, ToolConfiguration.class, VerifyTool.class),
            "verify --package", new Asked(VerifyPackageTool.class, VerifyPackageTool.class),
            "export-audit", new Asked(ExportAuditTool.class, ToolConfiguration.class, ExportAuditBeans.class),
            "rotate-master-key",
                    new Asked(RotateMasterKeyTool.class, ToolConfiguration.class, RotateMasterKeyBeans.class));

    private static final String USAGE = """
            用法：
              java -jar disclosure-ledger.jar                 启动服务（可加 --server.port=8081 之类的设置）
              java -jar disclosure-ledger.jar verify [选项]   核验台账，结果以 JSON 写到标准输出，进度写到标准错误
                  --report <文件>    把结果写到文件
                  --heads <目录>     另外对照这个目录里的存证，可以重复
                  --key <公钥文件>   只相信这些公钥签的存证，可以重复；不写时用数据目录里的 keys/head-signing.pub
              java -jar disclosure-ledger.jar verify --package <审计包.zip> [--key <公钥文件>] [--heads <目录>]
                                                              核验一个审计包，不需要数据库
              java -jar disclosure-ledger.jar export-audit --out <文件.zip>
                                                              把整个台账写成审计包
              java -jar disclosure-ledger.jar rotate-master-key
                                                              更换主密钥，服务运行时也可以；中断以后再运行一次会接着做
              退出码：0 一切相符；1 有发现；2 没能做
              数据库和数据目录与服务用同样的设置：LEDGER_DATA_DIR、SPRING_DATASOURCE_URL 等\
            """;

    private Tools() {}

    /** Whether the arguments ask for something else than the service: the first of them is a word, not a setting. */
    public static boolean isAsked(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** @return the exit code */
    public static int run(String[] arguments) {
        PrintStream err = new PrintStream(System.err, true, terminal());
        boolean ofPackage = Arrays.asList(arguments).contains("--package");
        Asked asked = ALL.get(ofPackage ? arguments[0] + " --package" : arguments[0]);
        if (asked == null) {
            err.println("没有“" + arguments[0] + "”这个命令。");
            err.println(USAGE);
            return FAILED;
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(asked.beans())
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings(arguments))) {
            List<String> own = Arrays.asList(arguments).subList(1, arguments.length).stream()
                    .filter(a -> !isSetting(a))
                    .toList();
            return context.getBean(asked.tool()).run(own);
        } catch (BeansException | IllegalStateException e) {
            err.println(sentence(e));
            return FAILED;
        }
    }

    /** What Spring is told: the settings among the arguments, and to keep its log away from the output. */
    private static String[] settings(String[] arguments) {
        List<String> settings = new ArrayList<>(List.of(
                "--logging.level.root=off",
                "--logging.level.org.disclosureledger=off",
                "--logging.level.org.springframework.boot.SpringApplication=off"));
        Arrays.stream(arguments).filter(Tools::isSetting).forEach(settings::add);
        return settings.toArray(String[]::new);
    }

    /** Settings are told from a tool's own options by the dot in their name. */
    private static boolean isSetting(String argument) {
        return argument.matches("--[\\w-]+\\.[^=]*=.*");
    }

    private static String sentence(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof NoDatabase)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** The terminal's character set when it has Chinese characters, else UTF-8. */
    public static Charset terminal() {
        Charset charset = System.err.charset();
        return charset.newEncoder().canEncode("核验") ? charset : StandardCharsets.UTF_8;
    }
}
