package dev.convergence.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The form of a task that was selected in Tasklist. */
final class TaskForm extends FormPage<TaskForm> {

    private static final By COMPLETE = By.xpath("//button[normalize-space() = 'Complete']");
    private static final By CLAIM = By.cssSelector("button.claim");
    private static final By RESET = By.cssSelector(".task-card .reset-assignee");
    private static final By REFUSAL = By.cssSelector(".notifications .alert .message");

    TaskForm(Browser browser) {
        super(browser);
    }

    @Override
    protected TaskForm self() {
        return this;
    }

    /** Takes the task, which opens its form for input. */
    TaskForm claim() {
        browser.click(CLAIM);
        browser.seeNoMore(By.cssSelector(".disabled-form"));
        browser.see(COMPLETE);
        browser.see(By.cssSelector(".fjs-container .fjs-form"));
        return this;
    }

    void complete() {
        press();
        browser.seeNoMore(By.cssSelector("section.task-card"));
    }

    /** Presses Complete, expecting to be refused. */
    String refusal() {
        press();
        return browser.await(shown -> browser.visible(REFUSAL).stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null));
    }

    TaskForm dismissRefusal() {
        browser.click(By.cssSelector(".notifications .alert button.close:not(.ng-hide)"));
        browser.seeNoMore(REFUSAL);
        return this;
    }

    /** Scrolls to a table and reads its rows. */
    List<String> rows(String table) {
        WebElement shown = browser.see(By.xpath("//label[normalize-space() = " + TasklistPage.quoted(table)
                + "]/ancestor::*[contains(@class, 'fjs-form-field-table')]"));
        browser.bringIntoView(shown);
        return shown.findElements(By.cssSelector("tbody tr")).stream()
                .map(WebElement::getText)
                .toList();
    }

    TaskForm lookAt(String heading) {
        browser.bringIntoView(browser.see(By.xpath(
                "//*[self::h1 or self::h2 or self::label][normalize-space() = " + TasklistPage.quoted(heading) + "]")));
        return this;
    }

    boolean mayBeClaimed() {
        return browser.see(CLAIM).isEnabled();
    }

    /** Waits until there is nothing with which to take the task, to take it from somebody or to complete it. */
    void seeNothingToPress() {
        List.of(CLAIM, COMPLETE, RESET).forEach(browser::seeNoMore);
    }

    /** Turns to another tab of the task's details. */
    TaskForm openTab(String name) {
        By tab = By.xpath("//*[contains(@class, 'tabbed-content')]//li[a[normalize-space() = "
                + TasklistPage.quoted(name) + "]]");
        browser.click(tab);
        browser.await(shown -> browser.see(tab).getDomAttribute("class").contains("active"));
        return this;
    }

    private void press() {
        browser.settle();
        browser.await(ExpectedConditions.elementToBeClickable(COMPLETE));
        browser.click(COMPLETE);
    }
}
