package dev.convergence.browser;

import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Tasklist, as one person uses it. */
final class TasklistPage {

    private static final By TASKS = By.cssSelector("ol.tasks-list li.task");

    private final Browser browser;

    private TasklistPage(Browser browser) {
        this.browser = browser;
    }

    static TasklistPage of(Browser browser, URI tasklist, String user) {
        browser.signIn(tasklist, user);
        browser.see(By.cssSelector(".task-filters .task-filter"));
        return new TasklistPage(browser);
    }

    StartForm startProcess(String name) {
        browser.click(By.cssSelector(".start-process-action a"));
        browser.click(By.linkText(name));
        return new StartForm(browser);
    }

    TasklistPage openFilter(String name) {
        browser.click(filter(name, ""));
        browser.see(filter(name, "/ancestor::*[contains(@class, 'active')]"));
        browser.see(
                By.cssSelector("section.tasks-list .tasks-list, .task-list-wrapper, [cam-tasks] .well, .tasks-list"));
        return this;
    }

    /** Waits for the card of a task of a campaign, and selects it. */
    TaskForm open(String task, String campaign) {
        browser.click(By.xpath(card(task, campaign) + "//h4//a"));
        browser.see(By.xpath("//section[contains(@class, 'task-card')]//h2[normalize-space() = " + quoted(task) + "]"));
        return new TaskForm(browser);
    }

    WebElement cardOf(String task, String campaign) {
        return browser.see(By.xpath(card(task, campaign)));
    }

    /** Waits until the list says that it is empty. */
    void seeNoTasks() {
        browser.see(By.xpath("//*[normalize-space() = 'No task matching filters found.']"));
    }

    /** The texts of the cards that are shown. */
    List<String> cards() {
        return browser.visible(TASKS).stream().map(WebElement::getText).toList();
    }

    private static String card(String task, String campaign) {
        return "//ol[contains(@class, 'tasks-list')]/li[.//h4[normalize-space() = " + quoted(task)
                + "] and .//*[contains(@class, 'variable-value') and normalize-space() = " + quoted(campaign) + "]]";
    }

    private static By filter(String name, String more) {
        return By.xpath("//*[contains(@class, 'task-filter')]//h4//a[starts-with(normalize-space(), " + quoted(name)
                + ")]" + more);
    }

    static String quoted(String text) {
        return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
    }
}
