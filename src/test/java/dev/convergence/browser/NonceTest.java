package dev.convergence.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The browser runs the scripts of a page only where its nonce is that of its header. */
class NonceTest extends BrowserTest {

    /** Opens so many pages, six at a time; says how many have another nonce than their header. */
    private static final String WRONG_NONCES =
            """
            const [address, pages, done] = arguments;
            let left = pages, wrong = 0;
            async function open() {
              while (left-- > 0) {
                const answer = await fetch(address);
                const nonce = answer.headers.get('Content-Security-Policy').match(/'nonce-([^']+)'/)[1];
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                const scripts = [...page.scripts];
                if (scripts.length === 0 || scripts.some(script => script.getAttribute('nonce') !== nonce)) wrong++;
              }
            }
            Promise.all([1, 2, 3, 4, 5, 6].map(open)).then(() => done(wrong), failure => done(String(failure)));""";

    @Test
    void isThatOfThePagesOwnHeaderWhenManyOpenPagesAtOnce() {
        browser.go(address("/camunda/app/tasklist/default/"));

        for (String app : List.of("tasklist", "cockpit")) {
            String page = address("/camunda/app/" + app + "/default/").toString();
            assertThat(browser.answerOf(WRONG_NONCES, page, 120)).isEqualTo(0L);
        }
    }
}
