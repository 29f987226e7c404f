package dev.convergence.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.notification.chat.ChatTextFormatter;
import org.junit.jupiter.api.Test;

class PlainTextFormatterTest {

    @Test
    void hasNoLineBreakOfAnyKind() {
        assertThat(PlainTextFormatter.line("one\r\nBcc: two\u0000\u0085\u2028three\u2029\t"))
                .isEqualTo("one Bcc: two three");
    }

    @Test
    void isolatesNamesAndDropsOverridesOfDirection() {
        assertThat(PlainTextFormatter.line("Gate \u201c\u202eטעות\u202c\u2066\u201d of campaign \u201cSale\u201d"))
                .isEqualTo("Gate \u201c\u2068טעות\u2069\u201d of campaign \u201c\u2068Sale\u2069\u201d");
    }

    @Test
    void leavesMarkupAndFormulasAsTheyAre() {
        assertThat(PlainTextFormatter.line("<b>=HYPERLINK(\"x\")</b> & 1 < 2"))
                .isEqualTo("<b>=HYPERLINK(\"x\")</b> & 1 < 2");
    }

    @Test
    void isCutBetweenCharactersAndNeverWithinAnIsolate() {
        assertThat(PlainTextFormatter.line("\ud83d\ude80\ud83d\ude80\ud83d\ude80", 2))
                .isEqualTo("\ud83d\ude80…");
        assertThat(PlainTextFormatter.line("\u201cabcdef\u201d", 4)).isEqualTo("\u201cab…");
        assertThat(PlainTextFormatter.line("\u201cab\u201d", 4)).isEqualTo("\u201c\u2068ab\u2069\u201d");
    }

    @Test
    void isNoMarkupLinkOrMentionInAChat() {
        assertThat(ChatTextFormatter.plain("<!channel> & @all ![x](http://y) mail@home"))
                .isEqualTo("&lt;!channel&gt; &amp; @\u2060all ![x]\u2060(http://y) mail@\u2060home");
    }
}
