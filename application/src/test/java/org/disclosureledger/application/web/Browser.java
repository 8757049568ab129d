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
import org.disclosureledger.application.Service;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
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

    /** Widths in pixels: of a small telephone, and of a window on a desk. */
    private static final int TELEPHONE = 320;

    private static final int DESK = 1366;

    /** What stands out at the right of the page, or is cut off where nothing can be scrolled: one line for each. */
    private static final String CUT_OFF = """
            const wide = document.documentElement.clientWidth;
            const scrolled = e => e !== document.documentElement && e !== document.body
                && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
            const name = e => e.tagName.toLowerCase() + (e.className.baseVal === undefined && e.className ? '.' + e.className : '')
                + ' ' + (e.textContent || '').trim().slice(0, 40);
            const found = [];
            for (const e of document.querySelectorAll('body *')) {
                if (e.closest('svg') || !e.checkVisibility()) { continue; }
                let read = true;
                for (let p = e; p; p = p.parentElement) { read = read && getComputedStyle(p).clipPath === 'none'; }
                if (!read) { continue; }
                const style = getComputedStyle(e), box = e.getBoundingClientRect();
                if (style.position === 'absolute' && box.right <= 0) { continue; }
                let within = e.parentElement;
                while (within && !scrolled(within)) { within = within.parentElement; }
                if (!within && (box.right > wide + 1 || box.left < -1)) { found.push('outside: ' + name(e)); }
                if (['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1
                    && e.textContent.trim()) { found.push('cut off: ' + name(e)); }
            }
            return found.slice(0, 10);
            """;

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
    static Browser open(int port, Path directory) throws IOException {
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
        Browser browser = new Browser(new ChromeDriver(service, options), "http://localhost:" + port, downloads);
        browser.width(DESK);
        return browser;
    }

    /** As {@link #open}, with the administrator of a {@code RunningService} signed in. */
    static Browser signedIn(int port, Path directory) throws IOException {
        return open(port, directory).signIn(Service.PASSWORD);
    }

    /** Signs the administrator in and waits for the page with the organs. */
    Browser signIn(String password) {
        return visit("/login")
                .fill("用户名", "admin")
                .fill("密码", password)
                .push("登录")
                .sees("机关");
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

    /** What the focus is on, in words: the label of a field, or what is written on it. */
    String focus() {
        return String.valueOf(driver.executeScript("""
                const focus = document.activeElement;
                const label = focus.labels && focus.labels[0];
                if (!label) { return focus.getAttribute('aria-label') || (focus === document.body ? '' : focus.innerText.trim()); }
                const words = label.cloneNode(true);
                words.querySelectorAll('.must, .tag').forEach(e => e.remove());
                return words.textContent.trim();
                """));
    }

    /** Whether one sees where the focus is: a ring around something that is in the window. */
    boolean focusIsSeen() {
        return Boolean.TRUE.equals(driver.executeScript("""
                const focus = document.activeElement;
                if (focus === document.body) { return true; }
                const style = getComputedStyle(focus), box = focus.getBoundingClientRect();
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                return ring && box.width > 0 && box.bottom > 0 && box.top < window.innerHeight
                    && box.right > 0 && box.left < window.innerWidth;
                """));
    }

    Browser hand(String label, Path file) {
        field(label).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Marks all that stands in the field with the focus, so that what is typed next takes its place. */
    Browser selectAll() {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .perform();
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
        for (int width : new int[] {TELEPHONE, DESK}) {
            width(width);
            assertFits(name + " at " + width + " pixels");
            assertThat(barriers()).as("%s at %d pixels", name, width).isEmpty();
            shoot(name + "-" + width);
        }
        return this;
    }

    /**
     * Takes the page in a window on a desk zoomed to 200 %: half as many pixels of the page, each twice as large.
     * Nothing may stand out of it or be cut off; tables scroll by themselves.
     */
    Browser zoom(String name) {
        metrics(DESK / 2, 2);
        assertFits(name + " at 200 %");
        assertThat(cutOff()).as("%s at 200 %%", name).isEmpty();
        shoot(name + "-zoom");
        width(DESK);
        return this;
    }

    /** What of the page cannot be seen by scrolling down: one line for each. */
    @SuppressWarnings("unchecked")
    List<String> cutOff() {
        return (List<String>) Objects.requireNonNull(driver.executeScript(CUT_OFF));
    }

    private void assertFits(String name) {
        Object overflow = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("%s is too wide by", name).isEqualTo(0L);
    }

    private void shoot(String name) {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.write(
                    SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is seen of the page at the width of a desk, as PNG. */
    byte[] picture() {
        width(DESK);
        Map<String, Object> shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(String.valueOf(shot.get("data")));
    }

    private void width(int width) {
        metrics(width, 1);
    }

    private void metrics(int width, int scale) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900 / scale, "deviceScaleFactor", scale, "mobile", false));
    }

    /** From now on, what is sent takes its time: so many bytes a second; with 0 nothing arrives, nor comes back. */
    Browser sends(int bytes) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", bytes == 0, "latency", 0, "downloadThroughput", -1, "uploadThroughput", bytes));
        return this;
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
    private List<String> refusals() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(m -> m.contains("Content Security Policy") || m.contains("Uncaught"))
                .toList();
    }

    Object run(String script) {
        return String.valueOf(driver.executeScript(script));
    }

    /** Nothing may have been refused. */
    @Override
    public void close() {
        List<String> refusals;
        try {
            refusals = refusals();
        } finally {
            driver.quit();
        }
        assertThat(refusals).as("what the browser refused").isEmpty();
    }
}
