package dev.convergence.browser;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The form with which a process is started. */
final class StartForm extends FormPage<StartForm> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    StartForm(Browser browser) {
        super(browser);
    }

    @Override
    protected StartForm self() {
        return this;
    }

    /** Types a day, and puts the calendar away that opens with the field. */
    StartForm pick(String label, LocalDate day) {
        write(label, DAY.format(day));
        browser.see(field(label)).sendKeys(Keys.ENTER);
        browser.settle();
        return this;
    }

    void start() {
        browser.settle();
        browser.click(By.xpath("//div[contains(@class, 'modal-footer')]//button[normalize-space() = 'Start']"));
        browser.seeNoMore(By.cssSelector(".modal-dialog"));
    }
}
