package dev.convergence.feed;

import dev.convergence.campaign.planning.RunningCampaign;
import dev.convergence.notification.delivery.PlainTextFormatter;

/** What an entry says, in one line and in a few. */
final class EntryTexts {

    /** In characters as people count them. */
    private static final int LONGEST_LINE = 250;

    private EntryTexts() {}

    /** Names the campaign and what is due: {@code Spring sale: Gate “Product ready”}. */
    static String summary(RunningCampaign campaign, String noun, String name) {
        return PlainTextFormatter.line("%s: %s \u201c%s\u201d".formatted(campaign.name(), noun, name), LONGEST_LINE);
    }

    static String summary(RunningCampaign campaign, String noun) {
        return PlainTextFormatter.line("%s: %s".formatted(campaign.name(), noun), LONGEST_LINE);
    }

    /** @param sentence how it stands with the date */
    static String description(RunningCampaign campaign, String sentence) {
        return PlainTextFormatter.line(sentence, LONGEST_LINE) + "\n"
                + PlainTextFormatter.line("Campaign: %s (%s)".formatted(campaign.name(), campaign.key()), LONGEST_LINE);
    }

    static String waitingFor(Assignees assignees) {
        String names = assignees.inWords();
        return names.isEmpty() ? "Waits for nobody in particular." : "Waiting for: " + names + ".";
    }
}
