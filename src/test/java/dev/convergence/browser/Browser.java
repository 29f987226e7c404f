package dev.convergence.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** One browser window, and the patience of a person before it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** Counts the short timers that are running, with which forms put off taking over what is typed. */
    private static final String WATCH_TIMERS =
            """
            if (!window.shortTimers) {
              const timers = window.shortTimers = new Set(), start = window.setTimeout, stop = window.clearTimeout;
              window.setTimeout = (run, delay, ...rest) => {
                const id = start(() => { timers.delete(id); run(...rest); }, delay);
                if (delay <= 300) timers.add(id);
                return id;
              };
              window.clearTimeout = id => { timers.delete(id); stop(id); };
            }
            """;

    private final Path profile;
    private final ChromeDriver driver;
    private final WebDriverWait wait;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoreAll(List.of(
                StaleElementReferenceException.class,
                ElementClickInterceptedException.class,
                NoSuchElementException.class));
    }

    static Browser open() {
        InstalledBrowser installed = InstalledBrowser.on(System.getenv("PATH")).orElseThrow();
        try {
            Path profile = Files.createTempDirectory("browser-profile");
            return new Browser(profile, new ChromeDriver(service(installed), options(installed, profile)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ChromeDriverService service(InstalledBrowser installed) {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(installed.driver().toFile())
                .usingAnyFreePort()
                .build();
    }

    private static ChromeOptions options(InstalledBrowser installed, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed.browser().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1500,1250",
                "--user-data-dir=" + profile);
        return options;
    }

    /** Signs in with the login form of a web application, as a demo user whose password is the user's name. */
    void signIn(URI application, String user) {
        driver.manage().deleteAllCookies();
        driver.get("about:blank");
        driver.get(application.toString());
        see(By.cssSelector("input[placeholder=Username]")).sendKeys(user);
        see(By.cssSelector("input[placeholder=Password]")).sendKeys(user);
        click(By.cssSelector("form[name=signinForm] button[type=submit], .form-signin button[type=submit]"));
        await(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector("input[placeholder=Password]")));
        driver.executeScript(WATCH_TIMERS);
    }

    /** Goes there as a demo user, by the sign-in that comes before it. */
    void goAs(String user, URI address) {
        driver.manage().deleteAllCookies();
        go(address);
        signInAs(user, user);
        await(ExpectedConditions.urlToBe(address.toString()));
    }

    /** Keeps nothing of who was signed in, and looks at this page. */
    void signOut(URI page) {
        go(page);
        driver.manage().deleteAllCookies();
    }

    /** Fills in the sign-in of the application's own pages. */
    void signInAs(String user, String password) {
        type(By.name("username"), user);
        type(By.name("password"), password);
        click(By.cssSelector("button[type=submit]"));
    }

    /** From now on every request carries this password, as from a browser that was once asked for it. */
    void keepPassword(String user) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Authorization", "Basic " + login)));
    }

    void forgetPassword() {
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of()));
    }

    /** What a script on the page calls back with. */
    Object answerOf(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** Errors that the page's scripts, its policy or its files brought about since they were last asked for. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What a script says of an element. */
    Object of(WebElement element, String script) {
        return driver.executeScript(script, element);
    }

    void go(URI address) {
        driver.get(address.toString());
    }

    /** Waits until it shows. */
    WebElement see(By what) {
        return await(ExpectedConditions.visibilityOfElementLocated(what));
    }

    void seeNoMore(By what) {
        await(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    /** What shows at this moment. */
    List<WebElement> visible(By what) {
        return driver.findElements(what).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    void click(By what) {
        await(browser -> {
            WebElement target = driver.findElement(what);
            if (!target.isDisplayed() || !target.isEnabled()) {
                return null;
            }
            bringIntoView(target);
            target.click();
            return true;
        });
    }

    /** Replaces what stands in a field. */
    void type(By field, String text) {
        WebElement control = see(field);
        bringIntoView(control);
        control.clear();
        control.sendKeys(text);
        await(browser -> text.equals(control.getDomProperty("value")) ? control : null);
    }

    /** Waits until the page has taken over what was typed. */
    void settle() {
        await(browser -> (Boolean) driver.executeScript("return window.shortTimers.size === 0"));
    }

    <T> T await(ExpectedCondition<T> condition) {
        return wait.until(condition);
    }

    String title() {
        return driver.getTitle();
    }

    void bringIntoView(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    }

    /** Keeps a picture of the window for whoever wants to see what the test saw. */
    void photograph(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
    }
}
