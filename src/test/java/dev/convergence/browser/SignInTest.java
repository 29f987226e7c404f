package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The sign-in before the application's own pages. */
class SignInTest extends BrowserTest {

    private static final String PAGE = "/api/responsibilities";

    @BeforeEach
    void signOut() {
        browser.signOut(address("/sign-in"));
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        URI asked = address(PAGE + "?a=b&c=%26#row");
        browser.go(asked);

        browser.signInAs("nobody-known", "wrong");
        browser.await(page -> browser.see(By.id("trouble")).getText().contains("wrong"));
        browser.photograph("72-sign-in");
        browser.signInAs("legal", "legal");

        browser.await(page -> browser.address().equals(asked));
        assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("Who decides");
        browser.photograph("73-signed-in");
        browser.go(address("/camunda/app/tasklist/default/"));
        browser.see(By.cssSelector(".task-filters .task-filter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "admin", "process-owner", "sales"})
    void isForWhoeverHasAnyOfTheWebApplications(String user) {
        browser.goAs(user, address(PAGE));

        assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("Who decides");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/%5Cexample.org/",
                "javascript:alert(1)",
                "http://%5B",
                "data:text/html,x"
            })
    void leadsToNoOtherSite(String target) {
        browser.go(address("/sign-in?to=" + target.replace(":", "%3A").replace("/", "%2F")));

        browser.signInAs("legal", "legal");

        browser.await(page -> !browser.address().getPath().equals("/sign-in"));
        assertThat(browser.address().getAuthority()).isEqualTo(address("/").getAuthority());
    }

    @Test
    void isNotNeededWhereSomebodyIsSignedIn() {
        tasklistOf("legal");

        browser.go(address(PAGE));

        assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("Who decides");
    }
}
