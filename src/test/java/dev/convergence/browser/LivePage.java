package dev.convergence.browser;

import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page of a live campaign. */
final class LivePage {

    private static final By CHARTS = By.cssSelector("#charts canvas");

    /** Whether anything but its ground is on a canvas. */
    private static final String PAINTED =
            """
            const canvas = arguments[0];
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            return pixels.some(part => part !== 0)""";

    /** How many colours beyond greys a canvas has, a few pixels of a colour not counted. */
    private static final String COLOURS =
            """
            const canvas = arguments[0];
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Map();
            for (let at = 0; at < pixels.length; at += 4) {
              const [red, green, blue, opaque] = pixels.slice(at, at + 4);
              if (opaque === 255 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) {
                const colour = [red, green, blue].join();
                seen.set(colour, (seen.get(colour) ?? 0) + 1);
              }
            }
            return [...seen.values()].filter(count => count > 40).length""";

    private final Browser browser;

    private LivePage(Browser browser) {
        this.browser = browser;
    }

    static LivePage of(Browser browser, URI address, String user) {
        browser.goAs(user, address);
        return new LivePage(browser);
    }

    String state() {
        return browser.see(By.id("state")).getText();
    }

    /** Waits until the state line says this. */
    LivePage seeState(String part) {
        browser.await(page -> state().contains(part));
        return this;
    }

    /** Waits until this text is in a part of the page. */
    LivePage see(String part, String text) {
        browser.await(page -> browser.see(By.id(part)).getText().contains(text));
        return this;
    }

    /** What the charts show, as people hear who do not see them; those that are painted, and of some size. */
    List<String> charts() {
        return browser.visible(CHARTS).stream()
                .filter(chart -> chart.getSize().width > 300 && chart.getSize().height > 200)
                .filter(chart -> (Boolean) browser.of(chart, PAINTED))
                .map(chart -> chart.getDomAttribute("aria-label"))
                .toList();
    }

    /** How many colours a chart has. */
    long colours(String chart) {
        WebElement canvas = browser.visible(CHARTS).stream()
                .filter(one -> one.getDomAttribute("aria-label").startsWith(chart))
                .findFirst()
                .orElseThrow();
        return (Long) browser.of(canvas, COLOURS);
    }

    LivePage photograph(String name) {
        browser.photograph(name);
        return this;
    }
}
