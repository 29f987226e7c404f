package dev.convergence.browser;

import org.openqa.selenium.By;

/** The form with which a process is started. */
final class StartForm extends FormPage<StartForm> {

    StartForm(Browser browser) {
        super(browser);
    }

    @Override
    protected StartForm self() {
        return this;
    }

    void start() {
        browser.settle();
        browser.click(By.xpath("//div[contains(@class, 'modal-footer')]//button[normalize-space() = 'Start']"));
        browser.seeNoMore(By.cssSelector(".modal-dialog"));
    }
}
