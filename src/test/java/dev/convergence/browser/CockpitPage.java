package dev.convergence.browser;

import static dev.convergence.browser.TasklistPage.quoted;

import java.net.URI;
import org.openqa.selenium.By;

/** Stock Cockpit, as a manager uses it. */
final class CockpitPage {

    private final Browser browser;
    private final URI cockpit;

    private CockpitPage(Browser browser, URI cockpit) {
        this.browser = browser;
        this.cockpit = cockpit;
    }

    static CockpitPage of(Browser browser, URI cockpit, String user) {
        browser.signIn(cockpit, user);
        browser.see(By.xpath("//a[normalize-space() = 'Processes']"));
        return new CockpitPage(browser, cockpit);
    }

    CockpitPage openProcesses() {
        browser.go(cockpit.resolve("#/processes"));
        browser.see(By.linkText("Stage gate"));
        return this;
    }

    /** Opens one process instance, and waits for its diagram. */
    CockpitPage openInstance(String id) {
        browser.go(cockpit.resolve("#/process-instance/" + id + "/runtime"));
        browser.see(By.cssSelector(".djs-overlays .instance-count"));
        return this;
    }

    /** How many open incidents the diagram shows on an element. */
    String incidentsOn(String element) {
        return browser.see(By.cssSelector(".djs-overlays[data-container-id='" + element + "'] .instance-incidents"))
                .getText();
    }

    CockpitPage openTab(String name) {
        browser.click(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space() = " + quoted(name) + "]"));
        return this;
    }

    /** The row of the Incidents tab with an incident of this type. */
    String incident(String type) {
        return browser.see(By.xpath("//tr[td[contains(@class, 'type') and normalize-space() = " + quoted(type) + "]]"))
                .getText();
    }

    String valueOf(String variable) {
        return browser.see(By.xpath("//tr[contains(., " + quoted(variable) + ")]"))
                .getText();
    }

    CockpitPage photograph(String name) {
        browser.photograph(name);
        return this;
    }
}
