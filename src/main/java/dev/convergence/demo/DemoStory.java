package dev.convergence.demo;

import java.time.Duration;
import java.util.List;

/**
 * A demo campaign, and how far it has come when a newcomer looks.
 *
 * @param launchIn from now to the planned launch; negative for one that has launched, null for none planned
 * @param until the task at which the story pauses: a task's key, or the id of the gate under review; null for the end
 * @param shares the tracks of a parallel story that share a draft, in this order; whoever comes again has a new
 *     version. There the story pauses
 * @param openRates of an adaptive story, which pauses when it is live: how many opened its email, the oldest first
 */
record DemoStory(
        String key,
        String name,
        String type,
        String priority,
        Duration launchIn,
        String until,
        boolean cancelled,
        List<String> shares,
        List<String> openRates) {

    static DemoStory pausedAt(String key, String name, String type, String priority, Duration launchIn, String until) {
        return new DemoStory(key, name, type, priority, launchIn, until, false, List.of(), List.of());
    }

    static DemoStory finished(String key, String name, String type) {
        return new DemoStory(key, name, type, "normal", null, null, false, List.of(), List.of());
    }

    static DemoStory cancelled(String key, String name, String type, String until) {
        return new DemoStory(key, name, type, "normal", Duration.ofDays(90), until, true, List.of(), List.of());
    }

    static DemoStory parallel(
            String key, String name, String type, String priority, Duration launchIn, List<String> shares) {
        return new DemoStory(key, name, type, priority, launchIn, null, false, shares, List.of());
    }

    static DemoStory adaptive(String key, String name, String type, String priority, List<String> openRates) {
        return new DemoStory(key, name, type, priority, null, null, false, List.of(), openRates);
    }

    boolean isAdaptive() {
        return !openRates.isEmpty();
    }

    /** The pattern that the campaign runs. */
    String pattern() {
        if (isAdaptive()) {
            return "adaptive";
        }
        return isParallel() ? "parallel" : "sequential";
    }

    boolean isParallel() {
        return !shares.isEmpty();
    }
}
