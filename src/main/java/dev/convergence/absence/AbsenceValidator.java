package dev.convergence.absence;

import dev.convergence.engine.variable.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** What an absence must be like. */
final class AbsenceValidator {

    /** Who is away for longer has left the post: then somebody else gets the groups, and not as a substitute. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Locale.ENGLISH);

    private AbsenceValidator() {}

    /** @throws Refusal naming the field that is wrong */
    static void check(Absence planned, Instant now) {
        require(!planned.user().equals(planned.substitute()), AbsenceProcess.SUBSTITUTE.name(), "must be another");
        require(
                !planned.isRecordedByAnother() || !planned.substitute().equals(planned.recordedBy()),
                AbsenceProcess.SUBSTITUTE.name(),
                "cannot be %s, who records this absence of %s: whoever records it for others does not stand in; name somebody else"
                        .formatted(planned.recordedBy(), planned.user()));
        require(planned.to().isAfter(planned.from()), AbsenceProcess.TO.name(), "must lie after the beginning");
        require(planned.to().isAfter(now), AbsenceProcess.TO.name(), "must lie in the future");
        require(
                planned.from().isBefore(now.plus(LONGEST)),
                AbsenceProcess.FROM.name(),
                "must lie within a year from now");
        require(
                Duration.between(planned.from(), planned.to()).compareTo(LONGEST) <= 0,
                AbsenceProcess.TO.name(),
                "must be at most a year later: for longer, give the groups to somebody else");
    }

    /**
     * Whether there is room for the absence beside the others.
     *
     * @throws AbsenceConflict naming the other absence, or the chain of substitutes that would be a circle
     */
    static void checkAgainst(Collection<Absence> others, Absence planned, ZoneId zone) {
        others.stream()
                .filter(other -> other.user().equals(planned.user()) && other.overlaps(planned.from(), planned.to()))
                .findFirst()
                .ifPresent(other -> {
                    throw new AbsenceConflictException(
                            AbsenceProcess.FROM.name(),
                            "falls into another absence of %s, from %s"
                                    .formatted(other.user(), period(other.from(), other.to(), zone)));
                });
        SubstitutionCycle.closedBy(planned, others).ifPresent(circle -> {
            throw new AbsenceConflictException(
                    AbsenceProcess.SUBSTITUTE.name(),
                    "leaves nobody who acts: %s, all away from %s"
                            .formatted(circle.chain(), period(circle.from(), circle.to(), zone)));
        });
    }

    /**
     * Nobody comes to act for others by what they have recorded themselves.
     *
     * @throws Refusal naming who would
     */
    static void checkGain(Collection<Absence> others, Absence planned) {
        AuthorityGainFinding.forbiddenBy(planned, others).ifPresent(gain -> {
            throw new RefusalException(
                    AbsenceProcess.SUBSTITUTE.name(),
                    "%s cannot be: %s. Name somebody else"
                            .formatted(planned.substitute(), gain.isOwn() ? own(gain) : mutual(gain)));
        });
    }

    private static String own(AuthorityGainFinding gain) {
        return "%s would act for %s, whose absence %s has recorded"
                .formatted(gain.actor(), gain.absent(), gain.recorder());
    }

    private static String mutual(AuthorityGainFinding gain) {
        return "%s would act for %s, whose absence %s has recorded, and %s by what %s or others in turn have recorded"
                .formatted(gain.actor(), gain.absent(), gain.recorder(), gain.recorder(), gain.actor());
    }

    private static String period(Instant from, Instant to, ZoneId zone) {
        return WHEN.format(from.atZone(zone)) + " to " + WHEN.format(to.atZone(zone));
    }

    private static void require(boolean met, String field, String reason) {
        if (!met) {
            throw new RefusalException(field, reason);
        }
    }
}
