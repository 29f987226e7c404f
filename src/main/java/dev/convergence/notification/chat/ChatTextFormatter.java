package dev.convergence.notification.chat;

import dev.convergence.notification.delivery.PlainTextFormatter;
import java.util.regex.Pattern;

/** Keeps what people wrote from being read as markup, as a link with another text, or as a call to everybody. */
public final class ChatTextFormatter {

    private static final String WORD_JOINER = "\u2060";
    private static final Pattern MENTION = Pattern.compile("@(?=\\w)");
    private static final Pattern LINK = Pattern.compile("](?=[(\\[])");

    private ChatTextFormatter() {}

    /** One line; of the three characters with a meaning in Slack's texts there are entities. */
    public static String plain(String text) {
        String line = PlainTextFormatter.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        line = MENTION.matcher(line).replaceAll("@" + WORD_JOINER);
        return LINK.matcher(line).replaceAll("]" + WORD_JOINER);
    }
}
