package dev.convergence.adaptive.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a source may be silent, as people say it: {@code 1 hour 30 minutes}. */
final class HeartbeatFormatter {

    private HeartbeatFormatter() {}

    static String inWords(Duration heartbeat) {
        List<String> words = new ArrayList<>();
        say(words, heartbeat.toDays(), "day");
        say(words, heartbeat.toHoursPart(), "hour");
        say(words, heartbeat.toMinutesPart(), "minute");
        say(words, heartbeat.toSecondsPart(), "second");
        return String.join(" ", words);
    }

    private static void say(List<String> words, long amount, String unit) {
        if (amount != 0) {
            words.add(amount + " " + unit + (amount == 1 ? "" : "s"));
        }
    }
}
