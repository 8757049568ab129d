package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A register file on its way from the desk to the service. */
@RunningService
class UploadProgressIT {

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private String imports;

    @BeforeEach
    void open() throws IOException {
        String organ = "upload-" + System.nanoTime();
        new Service(port).organ(organ, "清河镇人民政府");
        imports = "/organs/" + organ + "/imports";
        browser = Browser.signedIn(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Path register(int rows) throws IOException {
        return Files.writeString(
                directory.resolve("台账.csv"),
                IntStream.rangeClosed(1, rows)
                        .mapToObj("U-%05d,2024-03-05,当面,自然人,张某,某某村道路硬化工程的施工合同和验收单\n"::formatted)
                        .collect(Collectors.joining("", "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n", "")));
    }

    private Browser form(Path file) {
        return browser.visit(imports).tick("申请台账").tick("先检查，不登记").hand("文件", file);
    }

    private int percent() {
        return Integer.parseInt(browser.all(".sending-percent").get(0).getText().replace("%", ""));
    }

    @Test
    void fileIsSeenOnItsWayAndThenReadAsBefore() throws IOException {
        form(register(10_000)).sends(60_000).push("导入").sees("正在发送文件");
        await().atMost(Duration.ofSeconds(30)).until(() -> percent() > 0);
        assertThat(percent()).isLessThan(100);
        assertThat(browser.all(".sending progress").get(0).getDomProperty("value"))
                .isNotEqualTo("0");
        browser.photograph("import-sending");
        browser.sends(-1).sees("检查通过，没有错误").sees("共读 10000 行");
        assertThat(browser.path()).matches(imports + "/[0-9a-f-]{36}");
    }

    @Test
    void whatIsMissingIsSaidAndTheFormCanBeSentAgain() throws IOException {
        browser.visit(imports).tick("先检查，不登记").push("导入");
        browser.sees("请选择要导入哪个台账").sees("请选择要导入的文件");
        assertThat(browser.focus()).startsWith("有 2 处需要改正");
        assertThat(browser.field("先检查，不登记").isSelected()).isTrue();
        browser.tick("申请台账").hand("文件", register(2)).push("导入").sees("检查通过，没有错误");
    }

    @Test
    void fileThatDidNotArriveCanBeSentAgain() throws IOException {
        form(register(2)).sends(0).push("导入").sees("文件没有送到，没有登记任何内容").photograph("import-not-sent");
        browser.sends(-1).push("导入").sees("检查通过，没有错误");
    }

    @Test
    void withoutScriptsTheFormIsSentAsItIs() throws IOException {
        browser.withoutScripts();
        form(register(2)).push("导入").sees("台账.csv");
        assertThat(browser.path()).matches(imports + "/[0-9a-f-]{36}");
    }
}
