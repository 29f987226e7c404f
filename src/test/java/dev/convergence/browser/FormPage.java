package dev.convergence.browser;

import static dev.convergence.browser.TasklistPage.quoted;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A form, filled in by its labels. */
abstract class FormPage<F extends FormPage<F>> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    protected final Browser browser;

    protected FormPage(Browser browser) {
        this.browser = browser;
        browser.see(By.cssSelector(".fjs-container .fjs-form"));
    }

    protected abstract F self();

    /** Nobody is at the next field before the form has taken over this one; who is loses what they type there. */
    F write(String label, String text) {
        browser.type(field(label), text);
        browser.settle();
        return self();
    }

    F choose(String label, String option) {
        browser.click(
                By.xpath("//label[" + labelled(label) + "]/following-sibling::*[contains(@class, 'fjs-input-group')]"));
        browser.click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item') and starts-with(normalize-space(), "
                + quoted(option) + ")]"));
        return self();
    }

    /** Types a day, and puts the calendar away that opens with the field. */
    F pick(String label, LocalDate day) {
        write(label, DAY.format(day));
        browser.see(field(label)).sendKeys(Keys.ENTER);
        browser.settle();
        return self();
    }

    /** Ticks a checkbox, or picks an answer of several. */
    F tick(String label) {
        browser.click(By.xpath("//label[" + labelled(label) + "]//input"));
        return self();
    }

    boolean isTicked(String label) {
        return browser.see(By.xpath("//label[" + labelled(label) + "]//input")).isSelected();
    }

    F photograph(String name) {
        browser.photograph(name);
        return self();
    }

    /** All the text that the form shows. */
    String text() {
        return browser.see(By.cssSelector(".fjs-container")).getText();
    }

    static By field(String label) {
        return By.xpath("//*[(self::input or self::textarea) and @id = //label[" + labelled(label) + "]/@for]");
    }

    private static String labelled(String label) {
        return "starts-with(normalize-space(), " + quoted(label) + ")";
    }
}
