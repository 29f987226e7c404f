package dev.convergence.adaptive.source;

import dev.convergence.notification.NoticeService;
import org.springframework.stereotype.Component;

/** Tells those whom a source concerns what becomes of it. */
@Component
public class SourceNotifier {

    private static final String SUBJECT = "source";

    private final NoticeService noticeService;
    private final SourceOwnerResolver owners;

    SourceNotifier(NoticeService noticeService, SourceOwnerResolver owners) {
        this.noticeService = noticeService;
        this.owners = owners;
    }

    public void speaksAgain(String campaign, String source) {
        tell(campaign, source, SourceOwnerResolver.BRING_BACK, "%s speaks again.".formatted(owners.name(source)));
    }

    void actsAgain(String campaign, String source) {
        tell(
                campaign,
                source,
                SourceOwnerResolver.RELEASE,
                "%s has sent enough good readings: its rules act again.".formatted(owners.name(source)));
    }

    public void released(String campaign, String source, String by, String why) {
        tell(
                campaign,
                source,
                SourceOwnerResolver.RELEASE,
                "%s lets the rules of %s act again%s.".formatted(by, owners.name(source), because(why)));
    }

    public void kept(String campaign, String source, String by, String why) {
        tell(
                campaign,
                source,
                SourceOwnerResolver.RELEASE,
                "%s keeps the rules of %s suspended%s.".formatted(by, owners.name(source), because(why)));
    }

    public void retired(String campaign, String source, String by, String why) {
        tell(
                campaign,
                source,
                SourceOwnerResolver.BRING_BACK,
                "%s retires %s for this campaign: it is watched no more, and its rules stay suspended%s."
                        .formatted(by, owners.name(source), because(why)));
    }

    void doubted(String campaign, String source) {
        tell(
                campaign,
                source,
                SourceOwnerResolver.CHECK,
                "%s: data came that cannot be right, and is not acted upon. Please look."
                        .formatted(owners.name(source)));
    }

    public void checked(String campaign, String source, String by, CheckAnswer answer, String why) {
        tell(
                campaign,
                source,
                SourceOwnerResolver.CHECK,
                "%s has checked %s: %s%s.".formatted(by, owners.name(source), found(answer), because(why)));
    }

    private static String found(CheckAnswer answer) {
        return switch (answer) {
            case GENUINE -> "the new level is genuine, and is believed from now on";
            case IGNORED -> "a hiccup, nothing changes";
            case SUSPENDED -> "it cannot be trusted, its rules are suspended";
        };
    }

    private static String because(String why) {
        return why == null || why.isBlank() ? "" : " (" + why.strip() + ")";
    }

    private void tell(String campaign, String source, String step, String text) {
        owners.concerned(source, step).forEach(group -> noticeService.tell(campaign, source, group, SUBJECT, text));
    }
}
