package dev.convergence.adaptive.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    private final Shown shown = new Shown();

    @Test
    void showsWhatWasBookedLastWhicheverCameLast() {
        shown.put("spring", "email", "second", 2, "another");
        shown.put("spring", "email", "first", 1, "one");

        assertThat(shown.active("spring")).hasToString("{email=another}");
    }

    @Test
    void goesBackToWhatWasBookedBefore() {
        shown.put("spring", "email", "second", 2, "another");
        shown.put("spring", "email", "first", 1, "one");

        shown.takeBack(new TakingBack("third", 3, "spring", "email", "second"));

        assertThat(shown.active("spring")).hasToString("{email=one}");
    }
}
