package dev.convergence.absence;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.people.GroupCatalog;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Tells a substitute whom they stand in for; and whoever is away, when somebody else has recorded or ended it. */
@Component
class AbsenceNotifier {

    private static final String SUBJECT = "absence";

    private final NoticeService noticeService;
    private final ZoneId office;

    AbsenceNotifier(NoticeService noticeService, WorkingCalendarRegistry calendars) {
        this.noticeService = noticeService;
        this.office = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    void recorded(Absence absence) {
        String period = "from %s to %s"
                .formatted(WallTimeFormatter.of(absence.from(), office), WallTimeFormatter.of(absence.to(), office));
        tell(absence.substitute(), "You stand in for “%s” %s.".formatted(absence.user(), period));
        if (!absence.user().equals(absence.recordedBy())) {
            tell(
                    absence.user(),
                    "“%s” has recorded that you are away %s; “%s” stands in for you."
                            .formatted(absence.recordedBy(), period, absence.substitute()));
        }
    }

    void endedEarly(Absence absence) {
        tell(
                absence.substitute(),
                "You stand in for “%s” no more: the absence was ended by “%s”."
                        .formatted(absence.user(), absence.endedBy()));
        if (!absence.user().equals(absence.endedBy())) {
            tell(absence.user(), "“%s” has ended your absence; your work is yours again.".formatted(absence.endedBy()));
        }
    }

    /** Nobody stands in any more. */
    void substituteLeft(Absence absence) {
        String ended = "“%s”, who stood in for “%s” until %s, has left: the absence has ended."
                .formatted(absence.substitute(), absence.user(), WallTimeFormatter.of(absence.to(), office));
        tell(absence.user(), ended + " Record it anew with somebody else.");
        noticeService.tell(
                null,
                SUBJECT,
                GroupCatalog.MANAGERS,
                SUBJECT,
                ended + " Record it anew where “" + absence.user() + "” is away.");
    }

    /** There is nobody to stand in for any more. */
    void absentLeft(Absence absence) {
        tell(
                absence.substitute(),
                "“%s”, for whom you stand in, has left: you no longer do.".formatted(absence.user()));
    }

    private void tell(String user, String text) {
        noticeService.tell(null, SUBJECT, Notice.user(user), SUBJECT, text);
    }
}
