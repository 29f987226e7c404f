package dev.convergence.campaign.request;

import dev.convergence.engine.variable.RefusalException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Budgets as people write them into a form: a channel and an amount a line. */
final class ChannelBudgets {

    private static final Pattern LINE = Pattern.compile("(\\S+?)\\s*[:=]?\\s+(\\d{1,15}(?:\\.\\d{1,2})?)");

    private ChannelBudgets() {}

    /** @throws Refusal naming the line that is no channel with an amount, or names a channel again */
    static Map<String, BigDecimal> read(String text) {
        Map<String, BigDecimal> budgets = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw refusal("the line \u201c" + line + "\u201d is no channel with an amount, such as: email 1500.00");
            }
            if (budgets.putIfAbsent(parts.group(1), new BigDecimal(parts.group(2))) != null) {
                throw refusal("names " + parts.group(1) + " twice");
            }
        });
        return budgets;
    }

    private static RefusalException refusal(String reason) {
        return new RefusalException(CampaignProcess.CHANNEL_BUDGETS.name(), reason);
    }
}
