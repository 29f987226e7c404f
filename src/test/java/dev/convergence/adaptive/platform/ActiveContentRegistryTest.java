package dev.convergence.adaptive.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActiveContentRegistryTest {

    private final ActiveContentRegistry activeContentRegistry = new ActiveContentRegistry();

    @Test
    void showsWhatWasBookedLastWhicheverCameLast() {
        activeContentRegistry.put("spring", "email", "second", 2, "another");
        activeContentRegistry.put("spring", "email", "first", 1, "one");

        assertThat(activeContentRegistry.active("spring")).hasToString("{email=another}");
    }

    @Test
    void goesBackToWhatWasBookedBefore() {
        activeContentRegistry.put("spring", "email", "second", 2, "another");
        activeContentRegistry.put("spring", "email", "first", 1, "one");

        activeContentRegistry.takeBack(new ReversalInstruction("third", 3, "spring", "email", "second"));

        assertThat(activeContentRegistry.active("spring")).hasToString("{email=one}");
    }
}
