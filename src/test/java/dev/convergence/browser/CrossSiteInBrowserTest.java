package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** A page of another site, in the browser of somebody who is known here. */
class CrossSiteInBrowserTest extends BrowserTest {

    private static final String TOKEN = "/api/calendar/token";

    private static final String FORM =
            """
            <form method="post" action="%s" enctype="%s"><input name="x" value="y"><button>Win</button></form>""";

    /** Deploys a model, as an upload that needs no leave to be asked for. */
    private static final String DEPLOY =
            """
            const [address, done] = arguments;
            const upload = new FormData();
            upload.append('deployment-name', 'from elsewhere');
            upload.append('data', new Blob(['<definitions/>']), 'elsewhere.txt');
            fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'include', body: upload })
              .then(() => done('sent'), failure => done(String(failure)));""";

    /** As a page of the application changes something: with the token that an answer told it. */
    private static final String CHANGE =
            """
            const [address, done] = arguments;
            fetch(address)
              .then(answer => answer.headers.get('X-XSRF-TOKEN'))
              .then(token => fetch(address, { method: 'POST', headers: { 'X-XSRF-TOKEN': token } }))
              .then(answer => done(answer.status), failure => done(String(failure)));""";

    @AfterEach
    void forgetPassword() {
        browser.forgetPassword();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})
    void replacesNoTokenWithThePasswordThatTheBrowserKeeps(String encoding) throws Exception {
        expectSuccess(post("support", TOKEN, ""));
        String before = get("support", TOKEN).body();

        try (OtherSite site = OtherSite.showing(FORM.formatted(address(TOKEN), encoding))) {
            browser.go(site.address());
            browser.keepPassword("support");
            browser.click(By.tagName("button"));
            browser.await(page -> page.getPageSource().contains("another site"));
        }

        browser.photograph("71-refused-from-another-site");
        assertThat(get("support", TOKEN).body()).isEqualTo(before);
    }

    @Test
    void replacesNoTokenWithTheSession() throws Exception {
        expectSuccess(post("legal", TOKEN, ""));
        String before = get("legal", TOKEN).body();
        tasklistOf("legal");

        try (OtherSite site = OtherSite.showing(FORM.formatted(address(TOKEN), "text/plain"))) {
            browser.go(site.address());
            browser.click(By.tagName("button"));
            browser.await(page -> page.getPageSource().contains("another site"));
        }

        assertThat(get("legal", TOKEN).body()).isEqualTo(before);
    }

    @Test
    void deploysNothing() throws Exception {
        try (OtherSite site = OtherSite.showing("<h1>Nothing to see</h1>")) {
            browser.go(site.address());
            browser.keepPassword("process-owner");

            assertThat(browser.answerOf(
                            DEPLOY, address("/engine-rest/deployment/create").toString()))
                    .isEqualTo("sent");
        }

        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("from elsewhere")
                        .count())
                .isZero();
    }

    @Test
    void isToldFromOurOwnPages() {
        tasklistOf("sales");

        assertThat(browser.answerOf(CHANGE, address(TOKEN).toString())).isEqualTo(201L);
    }
}
