package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What people write is shown as they wrote it, wherever it is shown. */
class MarkupAsTextTest extends BrowserTest {

    private static final String KEY = "markup";
    private static final String NAME =
            "# <script>document.title='hacked'</script> **bold** <b>fat</b> [link](https://example.org) <img src=x>";
    private static final String GATE = "Review the gate: Product ready";

    @Test
    void staysText() {
        startOverHttp(KEY, NAME);

        TasklistPage tasklist = tasklistOf("product");
        assertThat(tasklist.cardOf(GATE, NAME).getText()).contains(NAME);
        TaskForm form = tasklist.open(GATE, NAME);
        assertThat(form.text()).contains(NAME);
        assertThat(browser.visible(By.cssSelector(".fjs-container img, .fjs-container b, .fjs-container strong")))
                .isEmpty();
        assertThat(browser.visible(By.cssSelector(".fjs-container a[href*='example.org']")))
                .isEmpty();
        browser.photograph("50-markup-in-tasklist");

        CockpitPage cockpit = cockpitOf("manager").openInstance(instance(KEY, "stage-gate"));
        assertThat(cockpit.valueOf("campaignName")).contains(NAME);
        assertThat(browser.title()).doesNotContain("hacked");
        browser.photograph("51-markup-in-cockpit");
    }
}
