package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window, that finds things as a person does: by the words on them. */
final class Browser implements AutoCloseable {

    private static final String AXE = axe();

    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final List<Path> DRIVERS = List.of(
            Path.of("/usr/bin/chromedriver"),
            Path.of("/usr/lib/chromium-browser/chromedriver"),
            Path.of("/usr/local/bin/chromedriver"));
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private int clicks;
    private int keys;
    private final String root;
    private final Path downloads;

    private Browser(ChromeDriver driver, String root, Path downloads) {
        this.driver = driver;
        this.root = root;
        this.downloads = downloads;
    }

    /** Says why and gives the test up when there is no browser, unless the environment demands one. */
    static Browser open(String root, Path directory) throws IOException {
        Path binary = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Path executable =
                DRIVERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (binary == null || executable == null) {
            String reason = "no Chromium or no chromedriver on this machine";
            if ("required".equals(System.getenv("LEDGER_BROWSER_TESTS"))) {
                fail(reason);
            }
            abort(reason);
            throw new IllegalStateException(reason);
        }
        Path downloads = Files.createDirectories(directory.resolve("downloads"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--user-data-dir=" + Files.createDirectories(directory.resolve("profile")));
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(executable.toFile())
                .usingAnyFreePort()
                .build();
        Files.createDirectories(SCREENSHOTS);
        Browser browser = new Browser(new ChromeDriver(service, options), root, downloads);
        browser.width(1366);
        return browser;
    }

    Browser visit(String path) {
        driver.get(root + path);
        return this;
    }

    /** Does something to the page that no user could. */
    void script(String script) {
        driver.executeScript(script);
    }

    String path() {
        return String.valueOf(driver.getCurrentUrl()).substring(root.length());
    }

    String text() {
        return driver.findElement(By.tagName("main")).getText();
    }

    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    Browser follow(String link) {
        return press(driver.findElement(By.xpath("//a[normalize-space()='" + link + "']")));
    }

    Browser push(String button) {
        return press(driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")));
    }

    /** A figure of a statutory table, by its address. */
    WebElement figure(String cell) {
        return driver.findElement(By.cssSelector("td[data-cell='" + cell + "']"));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Clicks, and waits until the page has gone when the click sent a form. */
    Browser press(WebElement element) {
        driver.executeScript("window.addEventListener('submit', e => { window.leaves = !e.defaultPrevented"
                + " && !(e.submitter && e.submitter.hasAttribute('data-looks')); })");
        element.click();
        clicks++;
        new WebDriverWait(driver, PATIENCE)
                .until(page -> !Boolean.TRUE.equals(driver.executeScript("return window.leaves === true")));
        return this;
    }

    /** The field under a label that says exactly this, or else begins with it. */
    WebElement field(String label) {
        WebElement found = Stream.of(
                        "//label[normalize-space()='" + label + "' or normalize-space(span[1])='" + label + "']",
                        "//label[starts-with(normalize-space(), '" + label + "')]")
                .flatMap(xpath -> driver.findElements(By.xpath(xpath)).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field is labelled " + label));
        String id = found.getDomAttribute("for");
        return id == null ? found.findElement(By.tagName("input")) : driver.findElement(By.id(id));
    }

    Browser fill(String label, String text) {
        WebElement field = field(label);
        if ("date".equals(field.getDomAttribute("type"))) {
            driver.executeScript("arguments[0].value = arguments[1]", field, text);
        } else {
            field.clear();
            field.sendKeys(text);
        }
        keys += text.length() + 1;
        return this;
    }

    Browser choose(String label, String option) {
        new Select(field(label)).selectByVisibleText(option);
        clicks += 2;
        return this;
    }

    Browser tick(String label) {
        WebElement box = field(label);
        if (!box.isSelected()) {
            box.click();
            clicks++;
        }
        return this;
    }

    /** Presses keys where the focus is, and waits until the page has gone when they sent a form. */
    Browser type(CharSequence... keys) {
        driver.executeScript("window.addEventListener('submit', e => { window.leaves = !e.defaultPrevented; })");
        new Actions(driver).sendKeys(keys).perform();
        new WebDriverWait(driver, PATIENCE)
                .until(page -> !Boolean.TRUE.equals(driver.executeScript("return window.leaves === true")));
        return this;
    }

    /** What the focus is on, in words. */
    String focus() {
        WebElement focus = driver.switchTo().activeElement();
        String id = focus.getDomAttribute("id");
        List<WebElement> labels =
                id == null ? List.of() : driver.findElements(By.cssSelector("label[for='" + id + "'] > span"));
        return labels.isEmpty() ? focus.getText() : labels.get(0).getText();
    }

    Browser hand(String label, Path file) {
        field(label).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Presses keys, wherever the focus is. */
    Browser type(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** From the next page on, as where scripts are forbidden. */
    Browser withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** The page as it is printed on A4, as a PDF. */
    byte[] paper() {
        Map<String, Object> printed = driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true));
        return Base64.getDecoder().decode(String.valueOf(printed.get("data")));
    }

    /** Waits until the page says this. */
    Browser sees(String words) {
        new WebDriverWait(driver, PATIENCE).until(page -> says(page, words));
        return this;
    }

    /** A page that gives way to another while it is read does not say it yet. */
    private static boolean says(WebDriver page, String words) {
        try {
            return page.findElement(By.tagName("main")).getText().contains(words);
        } catch (StaleElementReferenceException e) {
            return false;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                return false;
            }
            throw e;
        }
    }

    Path downloaded(String suffix) {
        return new FluentWait<>(downloads).withTimeout(PATIENCE).until(directory -> find(directory, suffix));
    }

    private static @Nullable Path find(Path directory, String suffix) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(suffix)).findFirst().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands in somebody's way on this page: WCAG 2.2 A and AA and good practice, as axe-core finds it.
     *
     * @return one line for each violation: the rule, what it is about, and where
     */
    @SuppressWarnings("unchecked")
    List<String> barriers() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run(document).then(r => done(r.violations.flatMap(v => v.nodes.map("
                + "n => v.id + ' (' + v.help + '): ' + n.target.join(' ') + ' ' + n.html.slice(0, 160)))),"
                + "e => done(['axe: ' + e]));");
        return (List<String>) Objects.requireNonNull(found);
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the page at the width of a desk and of a small telephone; neither may scroll sideways as a whole, or have
     * {@link #barriers}.
     */
    Browser photograph(String name) {
        for (int width : new int[] {320, 1366}) {
            width(width);
            Object overflow = driver.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow)
                    .as("%s is wider than %d pixels by", name, width)
                    .isEqualTo(0L);
            assertThat(barriers()).as("%s at %d pixels", name, width).isEmpty();
            Map<String, Object> shot = driver.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            try {
                Files.write(
                        SCREENSHOTS.resolve(name + "-" + width + ".png"),
                        Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** What is seen of the page at the width of a desk, as PNG. */
    byte[] picture() {
        width(1366);
        Map<String, Object> shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(String.valueOf(shot.get("data")));
    }

    private void width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * What a person's hands have done since this was asked last.
     *
     * @param clicks two for a choice from a list: one opens it
     * @param keys every character, and one that leaves the field
     */
    record Effort(int clicks, int keys) {}

    Effort effort() {
        Effort effort = new Effort(clicks, keys);
        clicks = 0;
        keys = 0;
        return effort;
    }

    /** What the browser refused because of the content security policy, or because a script failed. */
    List<String> refusals() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(m -> m.contains("Content Security Policy") || m.contains("Uncaught"))
                .toList();
    }

    Object run(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
